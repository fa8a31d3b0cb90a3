/** What a form of the review page sends: the step, and the number of the latest step its page knew of. */
import { z } from "zod";
import { MEASURE_ROLES, STATEMENT_KINDS } from "../document/reading.ts";
import type { Operation, Target } from "./operations.ts";

const id = z.string().min(1).max(60);
const whole = z.coerce.number().int().min(0).max(10_000_000);

/** "node:goal", "statement:value", "guardrail", "measure:kpi": one field names what something is. */
const target = z.string().transform((value, context): Target => {
  const [kind, type = ""] = value.split(/:(.*)/s);
  if (kind === "node" && type !== "") return { kind, level: type };
  const statement = STATEMENT_KINDS.find((each) => each === type);
  if (kind === "statement" && statement) return { kind, type: statement };
  if (kind === "guardrail") return { kind };
  const role = MEASURE_ROLES.find((each) => each === type);
  if (kind === "measure" && role) return { kind, role };
  context.addIssue({ code: "custom", message: "type-unknown" });
  return z.NEVER;
});

/** An empty choice is "none": the top of the tree, the end of the list. */
const idOrNone = z
  .string()
  .max(60)
  .default("")
  .transform((value) => value || null);

/** "text:41": which words, and where they are cut. */
const cut = z
  .string()
  .regex(/^(text|body):\d{1,6}$/, "cut-missing")
  .transform((value) => {
    const [field, at] = value.split(":") as ["text" | "body", string];
    return { field, at: Number(at) };
  });

const StepSchema = z.discriminatedUnion("do", [
  z.object({ do: z.enum(["promote", "demote", "raise", "lower", "set-aside"]), item: id }),
  z.object({ do: z.literal("move"), item: id, parent: idOrNone, before: idOrNone }),
  z.object({ do: z.literal("merge"), item: id, into: id, as: z.enum(["text", "body"]) }),
  z
    .object({ do: z.literal("split"), item: id, cut, as: z.enum(["body", "sibling", "child"]) })
    .transform(({ cut: { field, at }, ...rest }) => ({ ...rest, field, at })),
  z.object({ do: z.literal("retype"), item: id, as: target }),
  z.object({ do: z.literal("rename-level"), level: id, label: z.string().max(200) }),
  z.object({ do: z.literal("accept-line"), line: id, as: target }),
  z.object({ do: z.literal("leave-line"), line: id }),
  z.object({ do: z.literal("note-warning"), warning: whole }),
  z.object({ do: z.enum(["undo", "redo"]) }),
]);

export const SentStepSchema = z
  .looseObject({ seen: whole })
  .transform((sent, context): { seen: number; operation: Operation } => {
    const parsed = StepSchema.safeParse(sent);
    if (parsed.success) return { seen: sent.seen, operation: parsed.data };
    const issue = parsed.error.issues[0];
    context.addIssue({ code: "custom", message: issue?.message === "cut-missing" ? "cut-missing" : "step-unknown" });
    return z.NEVER;
  });
