/** One import: how far it is, what became of every row, what a person must say, and what to do next. */
import { useEffect } from "react";
import { data, redirect, useRevalidator } from "react-router";
import { useTranslations } from "use-intl";
import { refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { readImport } from "#app/read-import.ts";
import { conflict, idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { abandonImport, answerQuestions, askPublication, askRevert } from "#modules/imports/commands.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { presentImport } from "#modules/imports/present-page.ts";
import { ImportPage } from "#modules/imports/ui/import-page.tsx";
import type { Route } from "./+types/import.ts";

export const handle = { script: true };

const LONGEST_REASON = 500;
const LOOK_EVERY = 2_000;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayKeepImport(visit.actor, { districtId: visit.district.id }));
  const found = await visit.desk.read((tx) => readImport(tx, visit.district.id, idIn(params.id)));
  return presentImport(visit.t, visit.language, found ?? notFound());
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, t } = visit;
  mustBeAllowed(visit, mayKeepImport(actor, { districtId: district.id }));
  const id = idIn(params.id);
  const found = (await desk.read((tx) => readImport(tx, district.id, id))) ?? notFound();
  const form = await request.formData();
  const doing = String(form.get("do"));
  const reason = String(form.get("reason") ?? "").trim();
  const typed = { reason, do: doing };
  if (reason.length > LONGEST_REASON) return refuseForm(typed, [{ field: "reason", kind: "reason-too-long" }]);
  const work = {
    answer: () => {
      const said = (found.row.questions ?? []).map((_, n) => String(form.get(`answer-${n}`) ?? ""));
      if (said.includes("")) return null;
      const answers = said.map((each) => (each === "nothing" ? null : each));
      return desk.write((tx) => answerQuestions(tx, actor, found.definition, id, answers));
    },
    publish: () => desk.write((tx) => askPublication(tx, actor, id, reason || null)),
    abandon: () => desk.write((tx) => abandonImport(tx, actor, id, null)),
    revert: () => (reason === "" ? null : desk.write((tx) => askRevert(tx, actor, id, reason))),
  }[doing];
  if (work === undefined) throw data(null, { status: 400 });
  const done = await work();
  if (done === null && doing === "answer") return refuseForm(typed, [{ field: "answers", kind: "answer-wrong" }]);
  if (done === null) return refuseForm(typed, [{ field: "reason", kind: "reason-missing" }]);
  if (done.ok) return redirect(`/imports/${id}`);
  switch (done.problem.kind) {
    case "reason-missing":
      return refuseForm(typed, [{ field: "reason", kind: "reason-missing" }]);
    case "answer-wrong":
      return refuseForm(typed, [{ field: "answers", kind: "answer-wrong" }]);
    case "not-latest":
      return conflict(t("imports.not-latest"), `/imports/${id}`);
    case "not-now":
      return conflict(t("imports.not-now"), `/imports/${id}`);
    default:
      return notFound();
  }
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("imports");
  const { revalidate } = useRevalidator();
  const { isWorking } = loaderData;
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(revalidate, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [isWorking, revalidate]);
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <ImportPage
        view={loaderData}
        reason={actionData?.typed.reason}
        problems={{ reason: problemOf(actionData, "reason", t), answers: problemOf(actionData, "answers", t) }}
      />
    </>
  );
}
