/** Declarations of a rule or a style attribute, last one wins; names and values in lower case. */
export type Declarations = Map<string, string>;

interface Rule {
  tag: string | null;
  classes: string[];
  id: string | null;
  weight: number;
  declarations: Declarations;
}

// A page of a school's web system has some thousands of rules; more would only be there to keep the reader busy.
const MOST_RULES = 10_000;
const MOST_RULES_OF_ONE_NAME = 200;

/** The rules of a page's style elements that a line's look can depend on, found by what their selector names first. */
export class StyleSheet {
  private readonly rules = new Map<string, Rule[]>();
  private readonly matched = new Map<string, Declarations[]>();
  private count = 0;

  /** Adds the rules of one style element. Selectors that look at ancestors or states are passed over. */
  add(css: string): void {
    const text = withoutAtRules(css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ""));
    for (const block of text.split("}")) {
      const brace = block.indexOf("{");
      if (brace < 0 || this.count > MOST_RULES) continue;
      const declarations = parseDeclarations(block.slice(brace + 1));
      if (declarations.size === 0) continue;
      for (const selector of block.slice(0, brace).split(",")) this.addRule(selector.trim(), declarations);
    }
  }

  /** What applies to an element, weakest first. */
  match(tag: string, id: string | undefined, classes: readonly string[]): Declarations[] {
    if (this.rules.size === 0) return [];
    const name = `${tag} ${id ?? ""} ${classes.join(" ")}`;
    const known = this.matched.get(name);
    if (known !== undefined) return known;
    const found = this.find(tag, id, classes);
    this.matched.set(name, found);
    return found;
  }

  private find(tag: string, id: string | undefined, classes: readonly string[]): Declarations[] {
    const keys = ["*", tag, ...classes.map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
    return keys
      .flatMap((key) => this.rules.get(key) ?? [])
      .filter((rule) => applies(rule, tag, id, classes))
      .sort((a, b) => a.weight - b.weight)
      .map((rule) => rule.declarations);
  }

  private addRule(selector: string, declarations: Declarations): void {
    const parts = /^(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i.exec(selector);
    if (parts === null || selector === "") return;
    const names = parts[2]!.match(/[.#][\w-]+/g) ?? [];
    const classes = names.filter((name) => name.startsWith(".")).map((name) => name.slice(1));
    const id = names.find((name) => name.startsWith("#"))?.slice(1) ?? null;
    const tag = parts[1] === undefined || parts[1] === "*" ? null : parts[1].toLowerCase();
    const key = id !== null ? `#${id}` : classes.length > 0 ? `.${classes[0]}` : (tag ?? "*");
    const specificity = (id === null ? 0 : 1e6) + classes.length * 1e3 + (tag === null ? 0 : 1);
    const rule = { tag, classes, id, declarations, weight: specificity + this.count++ / 1e6 };
    const rules = this.rules.get(key) ?? [];
    if (rules.length < MOST_RULES_OF_ONE_NAME) rules.push(rule);
    this.rules.set(key, rules);
  }
}

function applies(rule: Rule, tag: string, id: string | undefined, classes: readonly string[]): boolean {
  return (
    (rule.tag === null || rule.tag === tag) &&
    (rule.id === null || rule.id === id) &&
    rule.classes.every((name) => classes.includes(name))
  );
}

export function parseDeclarations(css: string): Declarations {
  const declarations: Declarations = new Map();
  for (const part of css.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const value = part.slice(colon + 1).replace(/!\s*important/i, "");
    declarations.set(part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

/** Rules inside @media, @supports and the like depend on what the page is shown on: they are left out, with their braces. */
function withoutAtRules(css: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const start = css.indexOf("@", at);
    if (start < 0) return kept + css.slice(at);
    kept += css.slice(at, start);
    at = endOfAtRule(css, start);
  }
}

function endOfAtRule(css: string, start: number): number {
  let depth = 0;
  for (let at = start; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}") depth--;
    if ((css[at] === "}" && depth <= 0) || (css[at] === ";" && depth === 0)) return at + 1;
  }
  return css.length;
}
