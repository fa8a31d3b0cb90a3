/** Handing in the files of one export. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { glimpse } from "#app/import-files.ts";
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import type { Actor } from "#modules/district/actor.ts";
import { handInFiles } from "#modules/imports/hand-in.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { sayHandInProblem, sayOf } from "#modules/imports/present.ts";
import { HandInPage } from "#modules/imports/ui/hand-in-page.tsx";
import { kindsOf } from "#modules/imports/which-kind.ts";
import type { Route } from "./+types/hand-in.ts";

const kindsFor = (actor: Actor) =>
  IMPORT_KINDS.filter(({ students }) => mayKeepImport(actor, { districtId: actor.districtId, students }).allowed);

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepImport(visit.actor, { districtId: visit.district.id }));
  const kind = new URL(request.url).searchParams.get("kind") ?? "";
  return {
    kind,
    kinds: kindsFor(visit.actor).map((definition) => ({
      kind: definition.kind,
      title: sayOf(visit.t, definition, "title"),
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, language, t } = visit;
  mustBeAllowed(visit, mayKeepImport(actor, { districtId: district.id }));
  const form = await request.formData();
  const sent = form
    .getAll("files")
    .filter((each): each is File => each instanceof File && (each.size > 0 || each.name !== ""));
  const typed = { kind: String(form.get("kind") ?? "") };
  const said = (field: string, sentence: string) => refuseForm(typed, [{ field, kind: "said", values: { sentence } }]);
  if (sent.length === 0) return said("files", t("imports.problem.nothing-handed-in"));

  const files = await Promise.all(
    sent.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { name: file.name, pieces: () => [bytes] };
    }),
  );
  const kinds = kindsFor(actor);
  const fitting =
    typed.kind === "" ? kindsOf(kinds, await glimpse(files)) : kinds.filter(({ kind }) => kind === typed.kind);
  const [definition, ...others] = fitting;
  if (definition === undefined || others.length > 0) {
    const named = (fitting.length > 0 ? fitting : kinds).map((each) => sayOf(t, each, "title")).join(", ");
    return said("kind", t("imports.kind-unknown", { kinds: named }));
  }
  const handed = await handInFiles(desk, actor, { definition, came: "browser", files });
  if (handed.ok) return redirect(`/imports/${handed.value}`);
  return said("files", sayHandInProblem(t, definition, handed.problem, { language, timeZone: district.timeZone }));
}

export default function HandIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("imports");
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <HandInPage
        {...loaderData}
        kind={actionData?.typed.kind ?? loaderData.kind}
        problems={{ kind: problemOf(actionData, "kind", t), files: problemOf(actionData, "files", t) }}
      />
    </>
  );
}
