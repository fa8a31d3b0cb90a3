import type { LeftReason } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import { type CodeReading, codeKey, extendsCode, followsCode, readCode } from "./code.ts";
import type { Draft, DraftLevel, DraftMeasure, DraftNode, OpenList } from "./draft.ts";
import { headingLevelName, type Name } from "./heading.ts";
import type { Label, LabelHead } from "./label.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import { opensWithAction } from "./lexicon/verbs.ts";
import { depthOf, isSentence, lookOf, looksLikeHeading } from "./look.ts";
import { excerpt, joinSpans, spanOf } from "./piece.ts";
import { type SeenPiece, shiftLabel } from "./see.ts";
import { StatementReader } from "./statements.ts";
import type { Surroundings } from "./surroundings.ts";
import { tableAt } from "./table.ts";
import { readTable, type TableHost } from "./tables.ts";
import { readTitle } from "./title.ts";
import { firstSentenceEnd, levelName, phraseKey, sameKey } from "./words.ts";

/** The first pass: downward through the page, each piece in the light of the list that stands open. */
export class Walk implements TableHost {
  readonly draft: Draft = {
    nodes: [],
    levels: new Map(),
    lists: [],
    measures: [],
    guardrails: [],
    statements: [],
    observations: [],
    left: new Map(),
  };
  private readonly around: Surroundings;
  private readonly pieces: SeenPiece[];
  private readonly shapes = new Map<string, DraftLevel>();
  private readonly statements: StatementReader;
  private readonly used = new Set<SeenPiece>();
  private readonly byLine = new Map<number, SeenPiece>();
  list: OpenList | null = null;
  private aside: { reason: LeftReason; piece: SeenPiece } | null = null;
  last: DraftNode | null = null;
  /** A node whose words are still to come ("PRIORITY 2" on a line of its own). */
  private waiting: DraftNode | null = null;
  /** The last node may still take the paragraph below it as its statement. */
  private fresh = false;
  private attribute: { core: string; lines: number } | null = null;

  constructor(pieces: SeenPiece[], around: Surroundings) {
    this.pieces = pieces;
    this.around = around;
    this.statements = new StatementReader(this.draft, around);
  }

  walk(): Draft {
    for (let at = 0; at < this.pieces.length; at++) {
      const piece = this.pieces[at]!;
      if (piece.cell && !this.isAside(piece)) {
        const table = tableAt(this.pieces, at);
        readTable(this, table);
        at += table.length - 1;
      } else this.step(piece);
    }
    return this.draft;
  }

  leave(piece: SeenPiece, reason: LeftReason): void {
    this.draft.left.set(piece, reason);
  }

  private isAside(piece: SeenPiece): boolean {
    return (
      (piece.lines[0]!.region !== "main" && this.around.hasMain) || (this.aside !== null && !this.endsAside(piece))
    );
  }

  private step(piece: SeenPiece): void {
    const { sight } = piece;
    if (piece.lines[0]!.region !== "main" && this.around.hasMain) {
      this.leave(piece, piece.lines[0]!.region === "footer" ? "footer" : "navigation");
      return;
    }
    if (this.aside && !this.endsAside(piece)) {
      this.leave(piece, this.aside.reason);
      return;
    }
    this.aside = null;
    if (sight.is === "noise") {
      this.leave(piece, sight.reason);
      return;
    }
    if (this.isAttributeText(piece)) {
      this.leave(piece, "unclear");
      return;
    }
    switch (sight.is) {
      case "aside":
        return this.openAside(piece, sight.reason);
      case "reference":
        return this.levelLabel(piece, sight.label, sight.path, sight.from);
      case "label":
        return this.labelled(piece, sight.label);
      case "code":
        return this.coded(piece, sight.reading, sight.label);
      case "year":
        return this.year(piece);
      case "heading":
        return this.headed(piece);
      case "lead-in":
        return this.ledIn(piece, sight.meaning);
      default:
        return this.plain(piece);
    }
  }

  private openAside(piece: SeenPiece, reason: LeftReason): void {
    this.leave(piece, reason);
    this.aside = { reason, piece };
    this.closeList();
  }

  /** A section that is left aside ends where the page clearly begins something else. */
  private endsAside(piece: SeenPiece): boolean {
    const { sight } = piece;
    const { reason, piece: opening } = this.aside!;
    if (sight.is === "noise") return false;
    if (opening.heading !== null && piece.heading !== null) return piece.heading <= opening.heading;
    if (opening.heading !== null) return false;
    if (piece.heading !== null) return true;
    const labelled = (sight.is === "label" && sight.label.code !== null) || sight.is === "reference";
    if (reason === "former_plan") return looksLikeHeading(piece) && !labelled && this.around.isCurrentPlan(piece);
    if (reason === "reference_list")
      return sight.is === "heading" || (labelled && looksLikeHeading(piece) && piece.gap);
    if (labelled && sight.is === "label" && sight.label.meaning.is === "level") return true;
    if (sight.is === "heading" || sight.is === "year") return !piece.text.endsWith(":") || looksLikeHeading(piece);
    return this.around.themes.has(piece) || (sight.is === "aside" && sight.reason !== reason);
  }

  /** "TEA Priorities:" on a line of its own: what stands right below it belongs to it. */
  private isAttributeText(piece: SeenPiece): boolean {
    if (!this.attribute) return false;
    const { core, lines } = this.attribute;
    const { sight } = piece;
    const echo = sight.is === "label" && core.split(" ").at(-1) === sight.label.core.split(" ").at(-1);
    const below = (sight.is === "plain" && !piece.gap && !looksLikeHeading(piece)) || echo;
    this.attribute = below && lines < 3 ? { core, lines: lines + 1 } : null;
    return below && lines < 3;
  }

  // Labels and codes

  private labelled(piece: SeenPiece, label: Label): void {
    const { meaning } = label;
    switch (meaning.is) {
      case "level":
        return this.levelLabel(piece, label, [], 0);
      case "measure":
        return this.measureLabel(piece, label, meaning);
      case "guardrail":
        return this.guardrailLabel(piece, label, meaning.interim);
      case "statement":
        return this.statementLabel(piece, label, meaning);
      case "attribute":
        return this.attributeLabel(piece, label, meaning);
    }
  }

  private levelLabel(piece: SeenPiece, label: Label, path: LabelHead[], from: number): void {
    if (!label.code && this.around.definitions.has(piece)) return this.leave(piece, "definition");
    const level = this.wordLevel(label);
    if (this.list && this.list.level !== level && !this.list.weak) this.closeList();
    const node = this.openNode(piece, level, label.textAt, label.code ? piece.text.slice(from, label.codeEnd) : null);
    node.code = label.code;
    node.path = path;
    if (label.tag) node.tag = excerpt(piece, ...label.tag);
    if (this.list?.level === level) this.enlist(node, this.list);
  }

  private enlist(node: DraftNode, list: OpenList): void {
    node.list = list;
    list.look ??= lookOf(node.piece);
    list.items++;
  }

  private coded(piece: SeenPiece, reading: CodeReading, label: Label | null): void {
    const { list } = this;
    if (label && label.meaning.is !== "level") {
      const shifted = shiftLabel(label, reading.end);
      return this.labelled(piece, { ...shifted, code: shifted.code ?? reading.code, codeEnd: reading.end });
    }
    if (label) {
      const level = this.wordLevel(label);
      const node = this.openNode(piece, level, reading.end + label.textAt, reading.code.printed);
      node.code = reading.code;
      return;
    }
    if (list && list.kind !== "level" && list.kind !== "promise" && !this.goesOnWithNodes(reading)) {
      return this.listItem(piece, reading);
    }
    if (!this.around.isPlan && !list) return this.leave(piece, "narrative");
    const level = this.codeLevel(piece, reading);
    const inList = list?.level === level;
    if (!inList && list && (list.kind !== "level" || !list.weak)) this.closeList();
    const node = this.openNode(piece, level, reading.end, reading.code.printed);
    node.code = reading.code;
    this.shapes.set(reading.code.shape, level);
    if (inList) this.enlist(node, list);
  }

  /** A code that goes on where the nodes left off, in the middle of another list. */
  private goesOnWithNodes(reading: CodeReading): boolean {
    const level = this.shapes.get(reading.code.shape);
    const before = level?.nodes.at(-1);
    if (!before?.code) {
      return (
        reading.code.parts.length > 1 &&
        this.draft.nodes.some((node) => node.code && extendsCode(reading.code, node.code))
      );
    }
    if (this.list!.look === `code ${reading.code.shape}`) return false;
    return followsCode(reading.code, before.code) || reading.code.parts.length > 1;
  }

  private codeLevel(piece: SeenPiece, { code }: CodeReading): DraftLevel {
    const known = this.shapes.get(code.shape);
    const { list } = this;
    if (list?.level && (list.look === null || list.look === lookOf(piece))) {
      const last = known?.nodes.at(-1)?.code;
      const goesOn = known && known !== list.level && last && followsCode(code, last) && list.items === 0;
      if (!goesOn) return list.level;
    }
    return known ?? this.level(`code:${code.shape}`, "code");
  }

  private openNode(piece: SeenPiece, level: DraftLevel, textAt: number, printed: string | null): DraftNode {
    const reading = readTitle(piece, textAt);
    const node: DraftNode = {
      piece,
      level,
      code: null,
      printed,
      ...reading,
      path: [],
      list: null,
      above: undefined,
      parent: null,
      placeholder: false,
      owner: null,
      span: spanOf(piece),
    };
    this.draft.nodes.push(node);
    this.used.add(piece);
    level.nodes.push(node);
    this.last = node;
    this.waiting = node.title ? null : node;
    this.fresh = true;
    this.statements.close();
    return node;
  }

  // Levels

  private level(
    key: string,
    kind: DraftLevel["kind"],
    phrase: string | null = null,
    rank: number | null = null,
  ): DraftLevel {
    let level = this.draft.levels.get(key);
    if (!level) {
      level = { key, phrase, rank, kind, nodes: [] };
      this.draft.levels.set(key, level);
    }
    return level;
  }

  private wordLevel({ phrase, core, meaning }: Label): DraftLevel {
    const name = levelName(phrase, core);
    return this.level(phraseKey(name), "word", name, meaning.is === "level" ? meaning.rank : null);
  }

  // Headings

  private headed(piece: SeenPiece): void {
    if (piece.sight.is !== "heading") return;
    const [name] = piece.sight.heading.names;
    const weak = piece.sight.heading.title || piece.sight.heading.names.length > 1;
    this.openNamed(piece, name!, weak);
  }

  private openNamed(piece: SeenPiece, name: Name, weak: boolean): void {
    const { meaning } = name;
    this.leave(piece, "list_heading");
    switch (meaning.is) {
      case "attribute":
        this.attribute = { core: name.core, lines: 0 };
        return;
      case "level": {
        const phrase = headingLevelName(name, this.around.strangers, weak);
        const level = this.level(phraseKey(phrase), "word", phrase, meaning.rank);
        return this.openList(piece, { kind: "level", level, weak });
      }
      case "measure":
        return this.openList(piece, { kind: "measure", role: meaning.role });
      case "guardrail":
        return this.openList(piece, { kind: "guardrail", interim: meaning.interim });
      case "statement":
        if (weak && meaning.kind === "vision") return this.leave(piece, "document_title");
        this.openList(piece, { kind: "statement", statement: meaning.kind });
        return this.statements.open(piece, meaning.kind, name.phrase);
    }
  }

  private ledIn(piece: SeenPiece, meaning: Meaning | null): void {
    if (this.list?.kind === "statement" && this.statements.takes(piece)) return this.plain(piece);
    if (meaning?.is === "statement") {
      this.leave(piece, "introduction");
      this.openList(piece, { kind: "statement", statement: meaning.kind });
      return this.statements.open(piece, meaning.kind, "");
    }
    if (meaning?.is === "measure") {
      this.leave(piece, "list_heading");
      return this.openList(piece, { kind: "measure", role: meaning.role });
    }
    if (!this.last) return this.plain(piece);
    this.leave(piece, "list_heading");
    this.openList(piece, { kind: "promise", level: null });
  }

  private openList(piece: SeenPiece, opening: Partial<OpenList> & Pick<OpenList, "kind">): void {
    const outer = this.list?.kind === "level" ? this.list : (this.last?.list ?? null);
    if (opening.kind !== "statement") this.statements.close();
    this.waiting = null;
    this.fresh = false;
    this.list = {
      piece,
      level: null,
      role: null,
      interim: false,
      statement: null,
      weak: false,
      look: null,
      named: false,
      items: 0,
      before: this.last,
      outer: outer === null || outer.items === 0 ? null : outer,
      owner: null,
      ...opening,
    };
    this.draft.lists.push(this.list);
  }

  private closeList(): void {
    this.list = null;
    this.statements.close();
    this.waiting = null;
  }

  private year(piece: SeenPiece): void {
    const { sight } = piece;
    if (sight.is !== "year") return;
    if (!this.around.years.has(piece)) {
      if (sight.heading) return this.openNamed(piece, sight.heading.names[0]!, true);
      return this.leave(piece, "stray_mark");
    }
    this.closeList();
    const level = this.level("school year", "year", "School Year", 1);
    const node = this.openNode(piece, level, piece.text.length, piece.text.slice(sight.from, sight.to));
    if (sight.from > 0 || sight.to < piece.text.replace(/:$/, "").length) node.title = excerpt(piece);
    this.waiting = null;
    const [name] = sight.heading?.names ?? [];
    if (name?.meaning.is === "level") {
      this.openNamed(piece, name, false);
      this.draft.left.delete(piece);
    }
  }

  // Plain lines

  private plain(piece: SeenPiece): void {
    if (this.waiting && this.mayBeTitle(piece)) return this.fillTitle(piece);
    const { list } = this;
    if (list && this.belongsTo(list, piece)) return this.listItem(piece, null);
    if (this.around.themes.has(piece)) return this.theme(piece);
    if (list?.weak && looksLikeHeading(piece) === false && piece.bullet === null)
      return this.leave(piece, "introduction");
    if (piece.bullet !== null && this.last && this.mayHoldItems(piece)) return this.item(piece);
    if (this.around.paragraphs && this.last && piece.bullet === null && !looksLikeHeading(piece))
      return this.paragraph(piece);
    if (this.fresh && this.last && piece.bullet === null && !looksLikeHeading(piece))
      return this.extendStatement(piece);
    if (list && list.kind === "level" && list.items === 0) return this.leave(piece, "introduction");
    if (looksLikeHeading(piece)) {
      this.closeList();
      this.fresh = false;
    }
    this.leave(piece, this.last ? "narrative" : "introduction");
  }

  private mayBeTitle(piece: SeenPiece): boolean {
    return !piece.cell || piece.cell.table === this.waiting!.piece.cell?.table;
  }

  private fillTitle(piece: SeenPiece): void {
    const node = this.waiting!;
    this.waiting = null;
    const { title, statement, ...rest } = readTitle(piece);
    Object.assign(node, { title, statement });
    for (const [key, value] of Object.entries(rest)) if (value) Object.assign(node, { [key]: value });
    node.span = joinSpans(node.span, spanOf(piece));
    this.fresh = statement === null;
  }

  private extendStatement(piece: SeenPiece): void {
    const node = this.last!;
    const words = excerpt(piece)!;
    if (node.statement) return this.leave(piece, "narrative");
    node.statement = words;
    node.span = joinSpans(node.span, words.span);
    this.fresh = false;
  }

  private mayHoldItems(piece: SeenPiece): boolean {
    return piece.cell === null && !piece.link;
  }

  private theme(piece: SeenPiece): void {
    this.closeList();
    const level = this.level(`theme:${lookOf(piece)}`, "theme");
    this.openNode(piece, level, 0, null);
  }

  /** A paragraph that the page's prose says is a node ("the objectives stand below them"). */
  private paragraph(piece: SeenPiece): void {
    const { name, key, rank } = this.around.paragraphs!;
    const level = this.level(key, "word", name, rank);
    const above = this.last!.level === level ? this.last!.above : this.last;
    this.openNode(piece, level, 0, null).above = above;
  }

  private item(piece: SeenPiece): void {
    const above = this.itemAbove(piece);
    const level = this.level(`item:${above?.level.key}`, "bullet");
    const node = this.openNode(piece, level, 0, null);
    node.above = above;
  }

  /** The node that an item without a heading hangs from: the last one that stands less deep. */
  private itemAbove(piece: SeenPiece): DraftNode | null {
    let node = this.last;
    while (node && isItem(node) && node.piece.bullet !== null && depthOf(node.piece) >= depthOf(piece))
      node = node.above ?? null;
    return node;
  }

  // Lists

  /** True if the piece is the next item of the open list, or a line within its last item. */
  private belongsTo(list: OpenList, piece: SeenPiece): boolean {
    if (list.kind === "statement") return this.statements.takes(piece);
    if (list.kind === "promise" || (list.kind === "level" && list.look === null)) return this.startsList(list, piece);
    const look = lookOf(piece);
    if (list.look === null) return this.startsList(list, piece);
    if (look === list.look && list.named && isSentence(piece.text)) return false;
    if (look === list.look) return !(piece.bullet === null && looksLikeHeading(piece) && this.around.themes.has(piece));
    return false;
  }

  private startsList(list: OpenList, piece: SeenPiece): boolean {
    if (list.look !== null) return lookOf(piece) === list.look;
    if (/^\(.*\)$/.test(piece.text)) return false;
    if (piece.bullet !== null) return true;
    if (looksLikeHeading(piece) && list.kind === "level" && this.around.themes.has(piece)) return !isBucket(piece.text);
    if (this.around.listFollows(piece)) return false;
    if (list.weak) return this.around.namesList(piece);
    return list.kind !== "level" || this.isFirstOfLines(piece);
  }

  /** A line without a bullet opens a list if another like it follows, or if it says itself what is to be done. */
  private isFirstOfLines(piece: SeenPiece): boolean {
    if (looksLikeHeading(piece)) return true;
    const below = this.around.next(piece);
    if (
      below?.sight.is === "plain" &&
      below.bullet === null &&
      lookOf(below) === lookOf(piece) &&
      !looksLikeHeading(below)
    )
      return true;
    return opensWithAction(piece.text) && firstSentenceEnd(piece.text) === piece.text.length;
  }

  private listItem(piece: SeenPiece, reading: CodeReading | null): void {
    const list = this.list!;
    if (list.kind === "statement") return this.statements.add(piece, reading);
    list.look ??= lookOf(piece);
    list.items++;
    if (list.kind === "measure") {
      this.measure(piece, reading?.end ?? 0, list.role!, {
        code: reading?.code ?? null,
        printed: reading?.code.printed ?? null,
      });
      return;
    }
    if (list.kind === "guardrail") {
      if (list.interim)
        this.measure(piece, reading?.end ?? 0, "guardrail_interim", {
          code: reading?.code ?? null,
          printed: reading?.code.printed ?? null,
        });
      else this.guardrail(piece, reading?.end ?? 0, reading?.code ?? null, reading?.code.printed ?? null);
      return;
    }
    if (list.items === 1) list.named = piece.bullet === null && looksLikeHeading(piece);
    const level = list.level ?? this.level(`item:${list.before?.level.key}`, "bullet");
    const node = this.openNode(piece, level, 0, null);
    node.list = list;
  }

  // Measures, guardrails, statements, attributes

  private measureLabel(piece: SeenPiece, label: Label, meaning: Extract<Meaning, { is: "measure" }>): void {
    if (!label.code && this.around.definitions.has(piece)) return this.leave(piece, "definition");
    if (label.textAt >= piece.text.length) {
      this.leave(piece, "list_heading");
      return this.openList(piece, { kind: "measure", role: meaning.role });
    }
    const printed = label.code ? piece.text.slice(0, label.codeEnd) : null;
    const measure = this.measure(piece, label.textAt, meaning.role, { code: label.code, printed });
    if (measure && label.tag) measure.tag = excerpt(piece, ...label.tag);
  }

  private measure(
    piece: SeenPiece,
    from: number,
    role: DraftMeasure["role"],
    code: Pick<DraftMeasure, "code" | "printed">,
  ): DraftMeasure | null {
    const text = excerpt(piece, from);
    if (!text) return null;
    const measure: DraftMeasure = {
      text,
      role,
      ...code,
      tag: null,
      list: this.list?.kind === "measure" ? this.list : null,
      above: this.last,
      nodes: [],
      guardrail: role === "guardrail_interim" ? (this.draft.guardrails.at(-1) ?? null) : null,
      series: [],
      baseline: null,
      target: null,
      span: spanOf(piece),
    };
    this.draft.measures.push(measure);
    this.used.add(piece);
    this.fresh = false;
    return measure;
  }

  private guardrailLabel(piece: SeenPiece, label: Label, interim: boolean): void {
    if (!label.code && this.around.definitions.has(piece)) return this.leave(piece, "definition");
    if (label.textAt >= piece.text.length) {
      this.leave(piece, "list_heading");
      return this.openList(piece, { kind: "guardrail", interim });
    }
    const printed = label.code ? piece.text.slice(0, label.codeEnd) : null;
    if (interim) this.measure(piece, label.textAt, "guardrail_interim", { code: label.code, printed });
    else {
      if (this.list?.kind !== "guardrail") this.closeList();
      this.guardrail(piece, label.textAt, label.code, printed);
    }
  }

  private guardrail(piece: SeenPiece, from: number, code: Label["code"], printed: string | null): void {
    const text = excerpt(piece, from);
    if (!text) return;
    this.draft.guardrails.push({ code, printed, text, span: spanOf(piece) });
    this.used.add(piece);
  }

  private statementLabel(piece: SeenPiece, label: Label, meaning: Extract<Meaning, { is: "statement" }>): void {
    if (!label.code && this.around.definitions.has(piece)) return this.leave(piece, "definition");
    if (label.code && this.draft.nodes.some((node) => node.code && extendsCode(label.code!, node.code))) {
      return this.levelLabel(piece, label, [], 0);
    }
    this.openList(piece, { kind: "statement", statement: meaning.kind });
    this.statements.open(piece, meaning.kind, label.phrase);
    if (label.textAt >= piece.text.length || this.statements.isTagline(piece, label.textAt))
      return this.leave(piece, "list_heading");
    this.statements.addInline(piece, label.textAt);
  }

  private attributeLabel(piece: SeenPiece, label: Label, meaning: Extract<Meaning, { is: "attribute" }>): void {
    const value = excerpt(piece, label.textAt);
    if (!value) {
      this.leave(piece, "list_heading");
      this.attribute = { core: label.core, lines: 0 };
      return;
    }
    const node = this.last;
    const measure = this.draft.measures.at(-1);
    const { field } = meaning;
    if ((field === "baseline" || field === "target" || field === "actual") && measure) {
      measure.series.push({ kind: field, period: "", value: value.text });
      measure.span = joinSpans(measure.span, value.span);
    } else if (
      node &&
      (field === "owner" ||
        field === "dates" ||
        field === "phase" ||
        field === "horizon" ||
        field === "amount" ||
        field === "tag")
    ) {
      node[field] ??= value;
      this.keep(piece, node);
    } else if (node && field === "statement" && !node.statement) {
      node.statement = value;
      this.keep(piece, node);
    } else this.leave(piece, node ? "unclear" : "introduction");
  }

  // What tables ask for

  feed(piece: SeenPiece): void {
    this.step(piece);
  }

  use(piece: SeenPiece): void {
    this.used.add(piece);
  }

  leaveUnused(piece: SeenPiece): void {
    if (!this.used.has(piece) && !this.draft.left.has(piece)) this.leave(piece, "unclear");
  }

  levelNamed(name: string, rank: number): DraftLevel {
    return this.level(phraseKey(name), "word", name, rank);
  }

  labelKey(label: Label): string {
    return phraseKey(levelName(label.phrase, label.core));
  }

  /** The list that a table is: the one that a heading above has just opened, else one of its own. */
  tableList(piece: SeenPiece, opening: Partial<OpenList> & Pick<OpenList, "kind">): OpenList {
    const { list } = this;
    if (list && list.kind === opening.kind && list.items === 0 && !list.weak && list.level === (opening.level ?? null))
      return list;
    this.openList(piece, opening);
    return this.list!;
  }

  inList(node: DraftNode, list: OpenList, section: DraftNode | null): void {
    if (section) node.above = section;
    else node.list = list;
    list.items++;
  }

  cellNode(piece: SeenPiece, level: DraftLevel): DraftNode {
    const { sight } = piece;
    if (sight.is === "label" && sight.label.meaning.is === "level") {
      const own = this.wordLevel(sight.label);
      const node = this.openNode(
        piece,
        own,
        sight.label.textAt,
        sight.label.code ? piece.text.slice(0, sight.label.codeEnd) : null,
      );
      node.code = sight.label.code;
      if (sight.label.tag) node.tag = excerpt(piece, ...sight.label.tag);
      return node;
    }
    const reading = sight.is === "code" ? sight.reading : null;
    const node = this.openNode(piece, level, reading?.end ?? 0, reading?.code.printed ?? null);
    node.code = reading?.code ?? null;
    return node;
  }

  giveCode(node: DraftNode, piece: SeenPiece): void {
    const { sight } = piece;
    const code = sight.is === "label" ? sight.label.code : (readCode(piece.text) ?? readCode(piece.text, true))?.code;
    node.code = code ?? null;
    node.printed = excerpt(piece)!.text.replace(/[.:)]+$/, "");
    node.span = joinSpans(node.span, spanOf(piece));
    this.used.add(piece);
  }

  findNode({ sight, text }: SeenPiece, level: DraftLevel): DraftNode | null {
    const label = sight.is === "label" && sight.label.textAt >= text.length ? sight.label : null;
    const code = label?.code ?? (readCode(text)?.end === text.length ? readCode(text)!.code : null);
    const levels = label ? [this.draft.levels.get(this.labelKey(label))] : [level];
    return (
      levels[0]?.nodes.find((node) =>
        code && node.code ? codeKey(node.code) === codeKey(code) : sameKey(node.title?.text ?? "") === sameKey(text),
      ) ?? null
    );
  }

  pieceAt(offset: number): SeenPiece | undefined {
    return this.pieces.findLast((piece) => piece.lines[0]!.start <= offset);
  }

  addMeasure(piece: SeenPiece, role: DraftMeasure["role"], list: OpenList | null): DraftMeasure | null {
    const { sight } = piece;
    const labelled = sight.is === "label" && sight.label.meaning.is === "measure" ? sight.label : null;
    const reading = sight.is === "code" ? sight.reading : null;
    const measure = this.measure(
      piece,
      labelled?.textAt ?? reading?.end ?? 0,
      labelled?.meaning.is === "measure" ? labelled.meaning.role : role,
      {
        code: labelled?.code ?? reading?.code ?? null,
        printed: labelled?.code ? piece.text.slice(0, labelled.codeEnd) : (reading?.code.printed ?? null),
      },
    );
    if (measure) measure.list = list;
    return measure;
  }

  titleMeasure(node: DraftNode): DraftMeasure {
    const measure = this.measure(node.piece, 0, "goal", { code: null, printed: null })!;
    measure.text = node.title!;
    measure.list = null;
    measure.nodes = [node];
    return measure;
  }

  addGuardrail(piece: SeenPiece): void {
    const { sight } = piece;
    const label = sight.is === "label" ? sight.label : null;
    const reading = sight.is === "code" ? sight.reading : null;
    const printed = label?.code ? piece.text.slice(0, label.codeEnd) : (reading?.code.printed ?? null);
    this.guardrail(piece, label?.textAt ?? reading?.end ?? 0, label?.code ?? reading?.code ?? null, printed);
  }

  closeTable(): void {
    this.closeList();
    this.fresh = false;
  }

  private keep(piece: SeenPiece, node: DraftNode): void {
    node.span = joinSpans(node.span, spanOf(piece));
  }
}

/** Goals sorted by who keeps them: the heading is no goal itself. */
function isBucket(text: string): boolean {
  return /\b(?:committee|subcommittee|department|division|office|superintendent|trustees?)$/i.test(text);
}

function isItem(node: DraftNode): boolean {
  return node.level.kind === "bullet";
}
