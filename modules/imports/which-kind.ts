/** Which kind of import files are, by their names and first rows, where no one says it. */
import type { ImportDefinition } from "./definition.ts";
import { recognize } from "./file/columns.ts";

export interface Glimpse {
  name: string;
  /** The names of its columns, as far as they could be read. */
  header: readonly string[];
}

/** Those of which every needed file is there. */
export function kindsOf(kinds: readonly ImportDefinition[], files: readonly Glimpse[]): ImportDefinition[] {
  return kinds.filter((definition) => {
    const found = files.map(({ name, header }) => recognize(definition, name, header)?.name);
    return definition.sources.every(({ name, required }) => !required || found.includes(name)) && found.some(Boolean);
  });
}
