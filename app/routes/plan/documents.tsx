/** Handing a document in: a file, or text pasted from anywhere. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import type { DistrictHere, Visit } from "#app/context.ts";
import { refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { handInPlanFile, isPlanFile } from "#app/hand-in-plan-file.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import type { Actor } from "#modules/district/actor.ts";
import { readDocumentApart } from "#modules/plan/document/read-document-apart.ts";
import type { Org } from "#modules/plan/domain.ts";
import { mayKeepPlan } from "#modules/plan/policy.ts";
import { listOrgs } from "#modules/plan/queries.ts";
import { handInDocument } from "#modules/plan/review/commands.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { FileField } from "#ui/file-field/file-field.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import type { Route } from "./+types/documents.ts";

/** What one reading may cost; beyond it the document is refused and the server goes on. */
const BOUNDS = { milliseconds: 45_000, megabytes: 1_024 };

const kept = (orgs: readonly Org[], actor: Actor): Org[] =>
  orgs.filter((org) => mayKeepPlan(actor, { districtId: actor.districtId, orgId: org.id }).allowed);

/** Those whose plans this one keeps; whoever keeps none hands nothing in. */
async function mustKeepSome(visit: Visit & { district: DistrictHere }) {
  const orgs = kept(await visit.desk.read((tx) => listOrgs(tx, visit.district)), visit.actor);
  const { id } = visit.district;
  if (orgs.length === 0) mustBeAllowed(visit, mayKeepPlan(visit.actor, { districtId: id, orgId: id }));
  return orgs;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const orgs = await mustKeepSome(visit);
  return { orgs, org: new URL(request.url).searchParams.get("org") ?? orgs[0]?.id ?? "" };
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { desk, actor, now, t, installation } = visit;
  const orgs = await mustKeepSome(visit);
  const form = await request.formData();
  const file = form.get("file");
  const text = String(form.get("text") ?? "");
  const hasFile = file instanceof File && (file.size > 0 || file.name !== "");
  const typed = { text: text.slice(0, 200_000), org: String(form.get("org") ?? "") };

  const org = orgs.find((each) => each.id === typed.org);
  if (org === undefined) return refuseForm(typed, [{ field: "org", kind: "org-missing" }]);
  if (!hasFile && text.trim() === "") return refuseForm(typed, [{ field: "file", kind: "nothing-handed-in" }]);
  if (hasFile && text.trim() !== "") return refuseForm(typed, [{ field: "file", kind: "both-handed-in" }]);

  const bytes = hasFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
  const name = hasFile ? file.name : t("review.document-pasted");
  if (hasFile && isPlanFile(name)) {
    const taken = await handInPlanFile(visit, { name, bytes });
    if (taken.ok) return redirect(`/plan/${taken.value}`);
    return refuseForm(typed, [{ field: "file", kind: "said", values: { sentence: taken.problem } }]);
  }
  const incoming = hasFile ? { bytes, name } : { text };
  const read = await readDocumentApart(incoming, { ...BOUNDS, root: installation.root });
  if (!read.ok) {
    const sentence = t(`document.refusal.${read.problem.kind}`, read.problem.values as never);
    return refuseForm(typed, [{ field: hasFile ? "file" : "text", kind: "said", values: { sentence } }]);
  }
  const done = await desk.write((tx) => handInDocument(tx, actor, { org, name, bytes, ...read.value }, now));
  if (done.ok) return redirect(`/plan/reviews/${done.value}`);
  return refuseForm(typed, [{ field: "org", kind: "org-missing" }], 403);
}

export default function HandIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("review");
  const { orgs, org } = loaderData;
  const said = (field: string) => problemOf(actionData, field, t);
  return (
    <>
      <title>{t("hand-in-title")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding voice="sentence" lede={t("hand-in-lede")}>
        {t("hand-in-title")}
      </Finding>
      <form method="post" action="/plan/documents" encType="multipart/form-data" noValidate>
        <FormLayout>
          {orgs.length > 1 ? (
            <SelectField
              name="org"
              label={t("org")}
              error={said("org")}
              defaultValue={actionData?.typed.org ?? org}
              options={orgs.map(({ id, name }) => ({ value: id, text: name }))}
            />
          ) : (
            <input type="hidden" name="org" value={orgs[0]?.id ?? ""} />
          )}
          <FileField
            name="file"
            label={t("file")}
            hint={t("file-hint")}
            error={said("file")}
            accept=".docx,.pdf,.xlsx,.csv,.html,.htm,.md,.markdown,.txt,.json"
          />
          <TextArea
            name="text"
            label={t("paste")}
            hint={t("paste-hint")}
            error={said("text")}
            defaultValue={actionData?.typed.text}
            rows={12}
          />
          <ActionRow>
            <Button first>{t("read")}</Button>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
