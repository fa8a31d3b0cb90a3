/** The draft of a plan: edited, and every edit taken back if need be. */
import { data, redirect } from "react-router";
import { useTranslations } from "use-intl";
import { mustKeepPlan } from "#app/keeping.ts";
import { mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { findSuccessor } from "#modules/plan/adoption/queries.ts";
import { editDraft, revertEdit } from "#modules/plan/draft/commands.ts";
import { ADDABLE, presentDraft } from "#modules/plan/draft/present.ts";
import { presentRenumbering } from "#modules/plan/draft/present-renumbering.ts";
import { getDraft, listEdits } from "#modules/plan/draft/queries.ts";
import { readSentEdit } from "#modules/plan/draft/schema.ts";
import { startDraft } from "#modules/plan/draft/start-draft.ts";
import { summaryOf } from "#modules/plan/draft/summary.ts";
import { DraftBench } from "#modules/plan/draft/ui/draft-bench.tsx";
import { NoDraft } from "#modules/plan/draft/ui/no-draft.tsx";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { findPlan, findStandingVersion } from "#modules/plan/queries.ts";
import type { Route } from "./+types/draft.ts";

/** A refusal is told beside the draft as others have left it. */
export const shouldRevalidate = () => true;

export const handle = { script: true, bench: true };

/** How many edits are shown: the last ones, or all that a person may want to look through. */
const [LAST, ALL] = [8, 500];

export async function loader({ context, request, params: { slug } }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, desk, actor } = visit;
  const { searchParams: asked } = new URL(request.url);
  const show = (["edits", "renumber"] as const).find((each) => each === asked.get("show")) ?? null;
  const found = await desk.read(async (tx) => {
    const plan = await findPlan(tx, district.id, slug);
    if (plan === null || !mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }).allowed) return { plan };
    const draft = await getDraft(tx, district.id, plan);
    if (draft === null) return { plan, successor: await findSuccessor(tx, district.id, plan.id) };
    const newest = show === "edits" ? ALL : LAST;
    const standing = await findStandingVersion(tx, district.id, plan.id);
    return { plan, draft, standing, history: await listEdits(tx, district.id, draft.version.id, { newest }) };
  });
  const { plan, draft = null, standing = null, history = [], successor = null } = found;
  if (plan === null) return notFound();
  mustBeAllowed(visit, mayKeepPlan(actor, { districtId: district.id, orgId: plan.orgId }));
  const { title } = plan;
  if (draft === null) return { slug, title, successor: successor?.title ?? null, draft: null };
  const add = ADDABLE.find((each) => each === asked.get("add")) ?? null;
  return {
    slug,
    title,
    successor: null,
    draft: {
      n: draft.version.n,
      inForce: standing?.sealed ? standing.n : null,
      isPublic: draft.version.audience === "public",
      proposed: draft.version.status === "proposed",
      seen: draft.edits,
      show,
      view: presentDraft(draft.text, { at: asked.get("at"), add }),
      edits: history.toReversed().map(({ n, by, at, changes }) => ({ n, by, at, ...summaryOf(changes) })),
      renumber: show === "renumber" ? presentRenumbering(draft.text, asked) : null,
    },
  };
}

const STATUS: Record<string, number> = {
  conflict: 409,
  "no-draft": 409,
  proposed: 409,
  "far-behind": 409,
  gone: 409,
  "not-allowed": 403,
};

/** Which field a refusal is about. */
const FIELDS: Record<string, string> = { "words-missing": "text", "level-unknown": "level", "tie-unknown": "nodes" };

export async function action({ context, request, params: { slug } }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now, t } = visit;
  await mustKeepPlan(visit, slug);
  const form = await request.formData().catch(() => {
    throw data(null, { status: 400 });
  });
  const here = `/plan/${slug}/draft`;
  const { searchParams } = new URL(request.url);
  const sent = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const refuse = (problem: { kind: string } & Record<string, unknown>) => {
    const { kind } = problem;
    if (kind === "not-found") notFound();
    const field = kind === "too-long" ? String(problem.field) : (FIELDS[kind] ?? null);
    const values = {
      by: String(problem.by ?? ""),
      most: Number(problem.most ?? 0),
      because: kind === "not-allowed" ? t(`policy.${problem.because}` as Parameters<typeof t>[0]) : "",
      field: kind === "too-long" ? t(`draft.field.${field}` as Parameters<typeof t>[0]) : "",
    };
    const over = kind === "conflict" ? (problem.over as never[]) : null;
    const sentence = over ? "" : t(`draft.problem.${kind}` as Parameters<typeof t>[0], values as never);
    const told = Number(problem.told ?? 0);
    return data({ sent, field, sentence, conflict: over && { over, sent, told } }, { status: STATUS[kind] ?? 422 });
  };

  if (form.get("do") === "start") {
    const started = await desk.write((tx) => startDraft(tx, actor, slug, now));
    // Whoever came second finds the draft.
    if (started.ok || started.problem.kind === "draft-exists") return redirect(here);
    return refuse(started.problem);
  }
  if (form.get("do") === "take-back") {
    const n = Number(form.get("n"));
    const done = await desk.write((tx) => revertEdit(tx, actor, slug, Number.isInteger(n) ? n : 0, now));
    if (!done.ok) return refuse(done.problem);
    return redirect(`${here}${new URL(request.url).search}`);
  }
  const read = readSentEdit(form);
  if (!read.ok) return refuse(read.problem);
  const { seen, edit, told } = read.value;
  const done = await desk.write((tx) => editDraft(tx, actor, slug, seen, edit, now, told));
  if (!done.ok) return refuse(done.problem);
  const at = done.value.added ?? ("address" in edit && edit.do !== "drop" ? edit.address : null);
  const isWhole = at === null || edit.do === "drop";
  return redirect(isWhole ? here : `${here}?at=${encodeURIComponent(at)}${searchParams.has("add") ? "#words" : ""}`);
}

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("draft");
  const { slug, title, successor, draft } = loaderData;
  return (
    <>
      <title>{t("page-title", { title })}</title>
      {draft === null ? (
        <NoDraft title={title} slug={slug} successor={successor} />
      ) : (
        <DraftBench plan={{ slug, title }} {...draft} refused={actionData} />
      )}
    </>
  );
}
