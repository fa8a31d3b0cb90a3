/** What the forms of a proposal and its comments may say. Messages are keys of `problem` in `locales/…/comment.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { REASONS } from "./domain.ts";
import { LONGEST_NAME, LONGEST_TEXT, problemOfWords, tidy, type WordsProblem } from "./words.ts";

const day = z.iso.date("until-wrong");

/** `until`: the last day for comment; null: none is asked for, whatever the field says. */
export const ProposalSchema = z.discriminatedUnion(
  "do",
  [
    z
      .object({
        do: z.literal("propose"),
        seen: z.string().default(""),
        ask: z.enum(["yes", "no"], "ask-missing"),
        until: z.string().trim().default(""),
      })
      .superRefine(({ ask, until }, context) => {
        if (ask === "no") return;
        const message = until === "" ? "until-missing" : day.safeParse(until).success ? null : "until-wrong";
        if (message !== null) context.addIssue({ code: "custom", path: ["until"], message });
      })
      .transform(({ ask, until, ...rest }) => ({ ...rest, until: ask === "no" ? null : until })),
    z.object({ do: z.literal("withdraw") }),
  ],
  "not-understood",
);

/** Says on which field what is wrong: "text-links", "name-too-long". */
const words = (field: "text" | "name" | "reason", longest: number, allowed: readonly WordsProblem[] = []) =>
  z.string().superRefine((text, context) => {
    const problem = problemOfWords(text, longest);
    if (problem !== null && !allowed.includes(problem))
      context.addIssue({ code: "custom", message: `${field}-${problem}` });
  });

export const CommentSchema = z.object({
  name: z
    .string()
    .transform((name) => name.trim().normalize("NFC"))
    .pipe(words("name", LONGEST_NAME, ["empty"]))
    .transform((name) => oneLine(name) || null),
  text: z.string().transform(tidy).pipe(words("text", LONGEST_TEXT)),
  // Seen by programs only: people have nothing to fill in there.
  homepage: z.string().max(0, "homepage-filled"),
});
export type CommentInput = Omit<z.infer<typeof CommentSchema>, "homepage">;

const LONGEST_REASON = 300;

export const ModerationSchema = z
  .object({
    comment: z.uuid("comment-gone"),
    seen: z.enum(["waiting", "shown", "hidden"], "not-understood"),
    do: z.enum(["show", "hide", "return"], "not-understood"),
    reason: z.enum([...REASONS, "own", ""], "reason-missing").default(""),
    own: z.string().transform(oneLine).default(""),
  })
  .transform(({ reason, own, ...rest }) => ({ ...rest, reason: reason === "own" || reason === "" ? own : reason }))
  .superRefine((input, context) => {
    if (input.do !== "hide") return;
    if (input.reason === "") context.addIssue({ code: "custom", path: ["reason"], message: "reason-missing" });
    if (input.reason.length > LONGEST_REASON)
      context.addIssue({ code: "custom", path: ["own"], message: "reason-too-long" });
  });
export type ModerationInput = z.infer<typeof ModerationSchema>;
