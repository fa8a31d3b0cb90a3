/** Reviewing a document that was handed in. */
import { data, redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm } from "#app/form.ts";
import { mustKeepReview } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { type StepProblem, setReviewAside, takeReview, takeStep } from "#modules/plan/review/commands.ts";
import type { Operation } from "#modules/plan/review/operations.ts";
import { presentReview } from "#modules/plan/review/present.ts";
import { findReview, getOpenReview, stateNow } from "#modules/plan/review/queries.ts";
import { SentStepSchema } from "#modules/plan/review/schema.ts";
import { ReviewBench } from "#modules/plan/review/ui/review-bench.tsx";
import type { Route } from "./+types/review.ts";

export const handle = { script: true, bench: true };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { searchParams } = new URL(request.url);
  const found = await visit.desk.read(async (tx) => {
    const review = await findReview(tx, visit.district.id, params.id);
    return review && { review, open: await getOpenReview(tx, review) };
  });
  if (found === null) notFound();
  const { review, open } = found;
  mustBeAllowed(visit, mayKeepPlan(visit.actor, review));
  const wished = { at: searchParams.get("at"), from: Number(searchParams.get("from")) || null };
  const isMine = review.heldBy === null || review.heldBy === visit.actor.person?.id;
  return {
    id: review.id,
    name: review.documentName,
    on: review.addedAt,
    seen: review.steps,
    view: presentReview(stateNow(open), open.source, wished),
    losses: open.source.losses.map(({ kind, detail = "" }) => ({ kind, detail })),
    holder: isMine ? null : { name: review.holderName ?? "" },
    closed: review.acceptedAt !== null ? "accepted" : review.setAsideAt !== null ? "aside" : null,
  };
}

const STATUS: Partial<Record<StepProblem["kind"], number>> = {
  stale: 409,
  held: 409,
  closed: 409,
  gone: 409,
  "not-allowed": 403,
  "not-found": 404,
};

export async function action({ context, request, params }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now, t } = visit;
  await mustKeepReview(visit, params.id);
  const here = `/plan/reviews/${params.id}`;
  const refuse = (problem: { kind: string } & Record<string, unknown>) => {
    if (problem.kind === "not-found") notFound();
    const because = problem.kind === "not-allowed" ? t(`policy.${problem.because}` as Parameters<typeof t>[0]) : "";
    const values = { by: String(problem.by ?? ""), since: (problem.since as Date | null) ?? now, because };
    const asked = `review.problem.${problem.kind}` as Parameters<typeof t>[0];
    // A form that no page of ours sent has problems without words of their own.
    const key = t.has(asked) ? asked : "review.problem.step-unknown";
    return data({ refusal: t(key, values as never) }, { status: STATUS[problem.kind as StepProblem["kind"]] ?? 422 });
  };

  const copy = request.clone();
  const asked = String((await copy.formData()).get("do") ?? "");
  if (asked === "take" || asked === "put-aside") {
    const command = asked === "take" ? takeReview : setReviewAside;
    const done = await desk.write((tx) => command(tx, actor, params.id, now));
    return done.ok ? redirect(asked === "take" ? here : "/plan") : refuse(done.problem);
  }
  const form = await readForm(request, SentStepSchema);
  if (!form.ok) return refuse({ kind: form.problem.problems[0]?.kind ?? "step-unknown" });
  const { seen, operation } = form.value;
  const taken = await desk.write((tx) => takeStep(tx, actor, params.id, seen, operation, now));
  if (!taken.ok) return refuse(taken.problem);
  const at = stillSelected(operation, taken.value) ?? new URL(request.url).searchParams.get("at");
  return redirect(at === null ? here : `${here}?at=${encodeURIComponent(at)}`);
}

/** What was touched stays selected; a line that was taken in is found under the name its step gave it. */
function stillSelected(operation: Operation, n: number): string | null {
  if (operation.do === "merge") return operation.into;
  if (operation.do === "accept-line") return `r${n}`;
  return "item" in operation ? operation.item : null;
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("review");
  const document = useTranslations("document");
  const { id, name, on, seen, view, losses, holder, closed } = loaderData;
  const over = closed === "accepted" ? "over-accepted" : closed === "aside" ? "over-aside" : "over";
  return (
    <>
      <title>{t("page-title", { name })}</title>
      <ReviewBench
        view={view}
        seen={seen}
        name={name}
        over={t(over, { name, on })}
        losses={losses.map(({ kind, detail }) => document(`loss.${kind}`, { detail }))}
        holder={holder}
        closed={closed !== null}
        refusal={actionData?.refusal}
        acceptHref={`/plan/reviews/${id}/acceptance`}
      />
    </>
  );
}
