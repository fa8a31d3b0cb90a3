/** A reading as it leaves the program: with the sentences of its warnings and losses, in the reader's language. */
import type { Translator } from "#locales/translator.ts";
import type { ReadDocument } from "./read-document.ts";

export function presentReading({ source, reading }: ReadDocument, t: Translator) {
  return {
    ...reading,
    warnings: reading.warnings.map((warning) => ({
      ...warning,
      message: t(`review.warning.${warning.kind}`, warning.values as never),
    })),
    source: {
      format: source.format,
      lines: source.lines.length,
      losses: source.losses.map(({ kind, detail = "" }) => ({ kind, message: t(`document.loss.${kind}`, { detail }) })),
    },
  };
}
