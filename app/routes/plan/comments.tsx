/** Reading what people say about a proposed version: shown, or not shown and why. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { mustKeepPlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { moderateComment } from "#modules/plan/comment/commands.ts";
import { readBy } from "#modules/plan/comment/domain.ts";
import { presentModerated } from "#modules/plan/comment/present.ts";
import { countComments, findCommentedVersion, listComments } from "#modules/plan/comment/queries.ts";
import { ModerationSchema } from "#modules/plan/comment/schema.ts";
import { ModerationPage, type ModerationView } from "#modules/plan/comment/ui/moderation-page.tsx";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { findPlan, getVersionContent } from "#modules/plan/queries.ts";
import { dayIn } from "#platform/clock/clock.ts";
import type { Route } from "./+types/comments.ts";

/** More at once is more than anyone reads, and a slow page. */
const AT_ONCE = 50;

const pageOf = (request: Request): number =>
  Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get("page"))) || 1);

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs): Promise<ModerationView> {
  const visit = staffVisit(context, request);
  const { district, desk, actor } = visit;
  const page = pageOf(request);
  const found = await desk.read(async (tx) => {
    const plan = await findPlan(tx, district.id, slug);
    const version = plan && (await findCommentedVersion(tx, district.id, plan.id));
    if (!plan || !version) return null;
    const list = (states: ("waiting" | "shown" | "hidden")[], offset: number) =>
      listComments(tx, district.id, version.id, { states, limit: AT_ONCE, offset });
    return {
      plan,
      version,
      content: await getVersionContent(tx, district.id, version.id),
      counts: await countComments(tx, district.id, version.id),
      waiting: await list(["waiting"], 0),
      read: await list(["shown", "hidden"], (page - 1) * AT_ONCE),
    };
  });
  if (!found) return notFound();
  const { plan, version, content, counts, waiting, read } = found;
  mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }));
  const [first] = waiting;
  return {
    slug,
    title: plan.title,
    n: version.n,
    counts,
    due: first ? readBy(dayIn(district.timeZone, first.writtenAt)) : null,
    isProposed: version.status === "proposed",
    waiting: presentModerated(version, content, waiting),
    read: presentModerated(version, content, read),
    page,
    pages: Math.ceil((counts.shown + counts.hidden) / AT_ONCE),
  };
}

const SAID = { show: "shown", hide: "hidden", return: "returned" } as const;

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now } = visit;
  await mustKeepPlan(visit, slug);
  const form = await readForm(request, ModerationSchema);
  // There is one form for each comment, and its fields are told apart by whose they are.
  const own = (field: string) => (["reason", "own"].includes(field) ? `${field}-${form.typed.comment}` : "form");
  if (!form.ok) {
    const problems = form.problem.problems.map(({ field, kind }) => ({ field: own(field), kind }));
    return refuseForm(form.typed, problems);
  }
  const input = form.value;
  const done = await desk.write((tx) => moderateComment(tx, actor, slug, input, now));
  if (done.ok) return redirect(`/plan/${slug}/comments?said=${SAID[input.do]}`);
  const { problem } = done;
  if (problem.kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: problem.because });
  if (problem.kind === "not-found") return notFound();
  return refuseForm(form.typed, [{ field: `the_comment-${input.comment}`, kind: problem.kind }], 409);
}

export default function Comments({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("comment");
  const { slug, title } = loaderData;
  return (
    <>
      <title>{t("staff.comments-title", { title })}</title>
      <Said from="comment" />
      <FormErrors refused={actionData} words={t} />
      <ModerationPage {...loaderData} path={`/plan/${slug}/comments`} form={formState(actionData, t)} />
    </>
  );
}
