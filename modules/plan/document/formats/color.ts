const HEX = /^#?([0-9a-f]{3,8})$/i;
const FUNCTION = /^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+)%?)?\s*\)$/i;

// The named colours of CSS that people type or that editors write; the rest of the 148 are shades nobody prints a plan in.
const NAMED = new Map(
  `black 000000 silver c0c0c0 gray 808080 grey 808080 white ffffff maroon 800000 red ff0000 purple 800080 fuchsia ff00ff
  magenta ff00ff green 008000 lime 00ff00 olive 808000 yellow ffff00 navy 000080 blue 0000ff teal 008080 aqua 00ffff cyan 00ffff
  orange ffa500 orangered ff4500 darkorange ff8c00 gold ffd700 goldenrod daa520 darkgoldenrod b8860b brown a52a2a
  saddlebrown 8b4513 sienna a0522d chocolate d2691e crimson dc143c firebrick b22222 darkred 8b0000 tomato ff6347 coral ff7f50
  salmon fa8072 indianred cd5c5c pink ffc0cb hotpink ff69b4 deeppink ff1493 violet ee82ee orchid da70d6 indigo 4b0082
  rebeccapurple 663399 darkviolet 9400d3 blueviolet 8a2be2 mediumpurple 9370db slateblue 6a5acd darkslateblue 483d8b
  midnightblue 191970 darkblue 00008b mediumblue 0000cd royalblue 4169e1 cornflowerblue 6495ed steelblue 4682b4
  dodgerblue 1e90ff deepskyblue 00bfff skyblue 87ceeb lightblue add8e6 cadetblue 5f9ea0 darkcyan 008b8b
  lightseagreen 20b2aa turquoise 40e0d0 seagreen 2e8b57 forestgreen 228b22 darkgreen 006400 limegreen 32cd32
  yellowgreen 9acd32 olivedrab 6b8e23 darkolivegreen 556b2f darkslategray 2f4f4f slategray 708090 dimgray 696969
  dimgrey 696969 darkgray a9a9a9 darkgrey a9a9a9 lightgray d3d3d3 lightgrey d3d3d3 tan d2b48c khaki f0e68c`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, `#${words[at + 1]}`]);
      return pairs;
    }, []),
);

/** A colour of CSS or of an office format as "#rrggbb"; null where it is none, "auto" or transparent. */
export function parseColor(written: string): string | null {
  const text = written.trim().toLowerCase();
  const named = NAMED.get(text);
  if (named !== undefined) return named;
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const parts = FUNCTION.exec(text);
  if (parts === null || (parts[4] !== undefined && Number(parts[4]) === 0)) return null;
  return toHex(parts.slice(1, 4).map((part) => Number.parseFloat(part) * (part.endsWith("%") ? 2.55 : 1)));
}

function fromHex(hex: string): string | null {
  if (hex.length === 3 || hex.length === 4) {
    if (hex[3] === "0") return null;
    return `#${[...hex.slice(0, 3)].map((digit) => digit + digit).join("")}`;
  }
  if (hex.length === 6) return `#${hex}`;
  if (hex.length === 8) return hex.endsWith("00") ? null : `#${hex.slice(0, 6)}`;
  return null;
}

function toHex(channels: number[]): string {
  return `#${channels
    .map((channel) =>
      Math.round(Math.min(255, Math.max(0, channel)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Black, or a grey dark enough that readers take it for black. */
export function isInk(color: string | null): boolean {
  if (color === null) return true;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return Math.max(red, green, blue) <= 0x80 && Math.max(red, green, blue) - Math.min(red, green, blue) <= 0x14;
}
