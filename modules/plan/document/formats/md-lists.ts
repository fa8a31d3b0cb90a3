import type { SourceLine } from "../source.ts";
import { indentOf } from "./txt.ts";

interface OpenList {
  /** Columns of its items' marks and of their text. */
  mark: number;
  content: number;
  ordered: boolean;
  /** The number that the last item was given, and the one that was written. */
  printed: number;
  written: number;
}

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(\S.*)$/;

/** The lists that are open at a line, outermost first. */
export class MdLists {
  private lists: OpenList[] = [];
  private afterBlank = false;

  blank(): void {
    this.afterBlank = true;
  }

  close(): void {
    this.lists = [];
  }

  /** The item that a line begins, or null. Within a paragraph only bullets and "1." begin a list, as numbers open sentences too. */
  open(line: string, inParagraph: boolean): { label: NonNullable<SourceLine["list"]>; text: string } | null {
    const parts = ITEM.exec(line);
    if (parts === null) return null;
    const [, space, sign, text] = parts as unknown as [string, string, string, string];
    const mark = indentOf(`${space}x`);
    const ordered = /\d/.test(sign);
    const number = ordered ? Number.parseInt(sign, 10) : 0;
    const apart = this.lists.length === 0;
    if (apart && (mark >= 4 || (inParagraph && ordered && number !== 1))) return null;
    // CommonMark asks for the text's column; people indent by two whatever the mark's width.
    const depth = this.lists.filter((list) => mark >= list.mark + 2).length;
    const list = this.next(this.lists[depth], ordered, number);
    this.lists = [...this.lists.slice(0, depth), { ...list, mark, content: mark + sign.length + 1 }];
    this.afterBlank = false;
    return { label: { depth, ordered, marker: ordered ? `${list.printed}${sign.at(-1)}` : null }, text };
  }

  /** How deep a line stands that begins no item: under the item it is indented for, or on its own. */
  indentOf(line: string): number {
    const column = indentOf(line);
    if (this.afterBlank) this.lists = this.lists.filter((list) => column >= list.mark + 2);
    this.afterBlank = false;
    return this.lists.length > 0 ? this.lists.length * 2 : Math.min(column, 20);
  }

  /** "1. 1. 1." is printed 1, 2, 3; whoever wrote other numbers meant those. */
  private next(
    list: OpenList | undefined,
    ordered: boolean,
    number: number,
  ): Pick<OpenList, "ordered" | "printed" | "written"> {
    const repeated = list?.ordered === ordered && list.written === number;
    return { ordered, printed: repeated ? list.printed + 1 : number, written: number };
  }
}
