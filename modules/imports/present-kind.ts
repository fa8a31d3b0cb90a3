/** A declaration in words: its documentation, on a page and in the guide. */
import type { Translator } from "#locales/translator.ts";
import type { Column, ImportDefinition } from "./definition.ts";
import { fileOf, sayOf, targetKey } from "./present.ts";

const LONGEST = 255;

export function presentKind(t: Translator, definition: ImportDefinition) {
  const { kind, sources, targets, checks, bounds } = definition;
  const say = (key: string): string => sayOf(t, definition, key);
  return {
    kind,
    title: say("title"),
    lede: say("lede"),
    sources: sources.map(({ name, files, required, key, columns }) => ({
      name,
      file: files[0] ?? name,
      required: required === true,
      holds: say(`sources.${name}`),
      names: files.join(", "),
      key: key?.map((each) => columns.find((column) => column.name === each)?.header ?? each).join(", ") ?? null,
      columns: columns.map((column) => ({
        header: column.header,
        also: (column.aliases ?? []).join(", "),
        holds: holdsOf(t, column),
        needed: t(`imports.guide.${column.filled ? "yes" : column.required ? "column-needed" : "no"}`),
      })),
    })),
    checks: checks.map(({ source, because, does }) => ({
      file: fileOf(definition, source),
      says: sayOpen(t, definition, `${does === "refuse" ? "refusals" : "asides"}.${because}`),
    })),
    targets: targets.map(({ table, key, merge }, n) => ({
      n,
      says: t(`imports.guide.${merge}`, { what: say(targetKey(table)), key: key.join(", ") }),
    })),
    bounds: t("imports.guide.bounds", { ...bounds }),
  };
}

/** A sentence about a row, where there is no row: what it would name is left open. */
function sayOpen(t: Translator, definition: ImportDefinition, key: string): string {
  const say = t as unknown as { raw(key: string): string; has(key: string): boolean };
  const full = `${definition.words}.kinds.${definition.kind}.${key}`;
  if (!say.has(full)) return key;
  const named = [...say.raw(full).matchAll(/\{(\w+)(, ?(?:number|plural))?/g)];
  return sayOf(
    t,
    definition,
    key,
    Object.fromEntries(named.map(([, name = "", counted]) => [name, counted ? 2 : "…"])),
  );
}

function holdsOf(t: Translator, { type, longest = LONGEST }: Column): string {
  if (typeof type === "object") return t("imports.guide.type.code", { codes: Object.keys(type.codes).join(", ") });
  return t(`imports.guide.type.${type}`, { longest });
}
