/** A comment that anyone sends, on the plan as a whole or on one element: bounded, looked at, kept until someone has read it. */
import { redirect } from "react-router";
import { claimsOf, visitor } from "#modules/district/actor.ts";
import { writeComment } from "#modules/plan/comment/commands.ts";
import { CommentSchema } from "#modules/plan/comment/schema.ts";
import { visitOf } from "./context.ts";
import { readForm, refuseForm } from "./form.ts";
import { conflict, notFound } from "./replies.ts";
import { addressOf } from "./session.ts";

type Context = Parameters<typeof visitOf>[0];

/** `address`: of the element that it is about; null: the plan as a whole. */
export async function receiveComment(context: Context, request: Request, slug: string, address: string | null) {
  const visit = visitOf(context);
  const { district, installation, now, today, t } = visit;
  if (district === null) return notFound();
  const form = await readForm(request, CommentSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const { name, text } = form.value;

  const post = { address: addressOf(request), words: `${slug}\n${text}` };
  const bounded = await installation.posts.attempt(post, now);
  if (bounded?.kind === "too-often") {
    return refuseForm(form.typed, [{ field: "text", kind: bounded.kind, values: { minutes: bounded.minutes } }], 429);
  }
  if (bounded) return refuseForm(form.typed, [{ field: "text", kind: bounded.kind }]);

  // Whoever works here comments like everyone else: as no one.
  const actor = visitor(district.id);
  const done = await installation.database
    .desk(claimsOf(actor))
    .write((tx) => writeComment(tx, actor, slug, address, { name, text }, { now, today }));
  if (done.ok) throw redirect(`/plans/${slug}/proposal/comments${address ? `?on=${encodeURIComponent(address)}` : ""}`);

  await installation.posts.takeBack(post);
  const { kind } = done.problem;
  if (kind === "not-found" || kind === "not-allowed") return notFound();
  if (kind === "not-proposed") return conflict(t("comment.conflict.ended"), `/plans/${slug}`);
  return refuseForm(form.typed, [{ field: "text", kind }]);
}
