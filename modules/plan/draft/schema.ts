/** What a form of the draft page sends: one edit, and the number of the last edit that its page knew of. */
import { z } from "zod";
import { ok, type Result, refuse } from "#lib/result.ts";
import { MEASURE_ROLES, STATEMENT_KINDS } from "../document/reading.ts";
import type { Edit } from "./edit.ts";

export interface SentEdit {
  seen: number;
  /** The last edit when its author was told of a conflict, and chose their own words. */
  told: number | null;
  edit: Edit;
}

const number = z.coerce.number().int().min(0).max(10_000_000);
const address = z.string().min(1).max(200);
const kind = z.enum(["statement", "node", "guardrail", "measure"]);
const words = z.string().max(100_000);
/** An empty field is no words; an empty choice is none. */
const maybe = words.transform((value) => (value.trim() === "" ? null : value));
const some = z.array(words).transform((all) => all.filter((one) => one.trim() !== ""));

/** Only the fields that were sent are about anything. */
const WORDS = {
  statement: z.object({ kind: z.enum(STATEMENT_KINDS), text: words, owner: maybe }).partial(),
  node: z
    .object({
      ...{ title: maybe, statement: maybe, code: maybe, level: address, owner: maybe, dates: maybe, phase: maybe },
      ...{ horizon: maybe, tag: maybe, amount: maybe, years: some },
      mark: maybe.pipe(z.enum(["new", "modified", "continuing"]).nullable()),
    })
    .partial(),
  guardrail: z.object({ text: words, code: maybe, actor: maybe }).partial(),
  measure: z
    .object({
      ...{ text: words, code: maybe, tag: maybe, baseline: maybe, target: maybe, byWhen: maybe },
      ...{ role: z.enum(MEASURE_ROLES), guardrail: maybe, nodes: some },
    })
    .partial(),
};

const place = z
  .object({ way: z.enum(["before", "after", "into"]), beside: maybe })
  .transform(({ way, beside: target }) => ({ way, target }));
const move = z.object({ way: z.enum(["up", "down", "in", "out"]) }).or(place);

const EDIT = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), element: kind }),
  z.object({ do: z.literal("change"), element: kind, address }),
  z.object({ do: z.literal("drop"), element: kind, address }),
  z.object({ do: z.literal("move"), element: kind, address }),
  z.object({ do: z.literal("set-period"), printed: words, start: maybe, end: maybe }),
  z.object({ do: z.literal("add-level"), label: words }),
  z.object({ do: z.literal("rename-level"), level: address, label: words }),
  z.object({ do: z.literal("renumber"), levels: some, blank: z.literal("yes").optional() }),
]);

/** Fields that may be sent more than once. */
const LISTS = ["years", "nodes", "levels"];

export function readSentEdit(form: FormData): Result<SentEdit, { kind: "edit-unknown" }> {
  const sent: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form
      .getAll(name)
      .flatMap((value) => (typeof value === "string" ? [value.replaceAll("\0", "")] : []));
    sent[name] = LISTS.includes(name) ? values : values.at(-1);
  }
  sent.levels ??= [];
  const seen = number.safeParse(sent.seen);
  const told = number.nullable().safeParse(sent.told ?? null);
  const edit = editOf(sent);
  if (!seen.success || !told.success || edit === null) return refuse({ kind: "edit-unknown" });
  return ok({ seen: seen.data, told: told.data, edit });
}

function editOf(sent: Record<string, unknown>): Edit | null {
  const parsed = EDIT.safeParse(sent);
  if (!parsed.success) return null;
  const edit = parsed.data;
  switch (edit.do) {
    case "add": {
      const [where, said] = [place.safeParse(sent), WORDS[edit.element].safeParse(sent)];
      return where.success && said.success ? ({ ...edit, place: where.data, words: said.data } as Edit) : null;
    }
    case "change": {
      const said = WORDS[edit.element].safeParse(sent);
      return said.success ? ({ ...edit, words: said.data } as Edit) : null;
    }
    case "move": {
      const to = move.safeParse(sent);
      return to.success ? ({ ...edit, to: to.data } as Edit) : null;
    }
    case "set-period": {
      const { printed, start, end } = edit;
      return { do: "set-period", period: printed.trim() === "" ? null : { printed, start, end } };
    }
    case "renumber":
      return { ...edit, blank: edit.blank === "yes" };
    default:
      return edit;
  }
}
