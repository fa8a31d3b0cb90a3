/** A team: a new one, or one to rename. Who belongs to it is said by the grants that hold there. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { listSchools, listTeams } from "#modules/district/queries.ts";
import { TeamSchema } from "#modules/district/schema.ts";
import { addTeam, changeTeam } from "#modules/district/teams/commands.ts";
import { PlacePage } from "#modules/district/ui/place-page.tsx";
import { recorded } from "#modules/people/recorded.ts";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/team.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { id } = params;
  if (id !== undefined) idIn(id);
  const { teams, schools } = await visit.desk.read(async (tx) => ({
    teams: await listTeams(tx, visit.district.id),
    schools: await listSchools(tx, visit.district.id),
  }));
  const team = id === undefined ? null : (teams.find((each) => each.id === id) ?? notFound());
  mustBeAllowed(visit, mayKeepDistrict(visit.actor, visit.district.id));
  return { team, schools: schools.map((school) => ({ value: school.id, text: school.name })) };
}

const FIELDS = { "name-taken": "name", "school-unknown": "schoolId" };

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  const { actor } = visit;
  mustBeAllowed(visit, mayKeepDistrict(actor, visit.district.id));
  const id = params.id === undefined ? null : idIn(params.id);
  const form = await readForm(request, TeamSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const done = await visit.desk.write((tx) =>
    recorded<{ kind: string }>(
      tx,
      actor,
      id === null ? addTeam(tx, actor, form.value) : changeTeam(tx, actor, id, form.value),
    ),
  );
  if (done.ok) return redirect(`/district?said=${id === null ? "team-added" : "team-changed"}#teams`);
  if (done.problem.kind === "not-found") notFound();
  return refuseForm(form.typed, [problemAt<string>(FIELDS, done.problem)]);
}

export default function Team({ loaderData: { team, schools }, actionData }: Route.ComponentProps) {
  const t = useTranslations("district");
  const form = formState(actionData, t);
  const removal = team && { href: `/district/teams/${team.id}/removal`, words: t("remove-team") };
  return (
    <>
      <FormErrors refused={actionData} words={t} />
      <PlacePage title={team === null ? t("add-team") : team.name} lede={t("team-lede")} removal={removal}>
        <TextField
          name="name"
          label={t("head-team")}
          error={form.problem("name")}
          defaultValue={form.typed.name ?? team?.name}
          autoComplete="off"
          required
        />
        <SelectField
          name="schoolId"
          label={t("head-school")}
          error={form.problem("schoolId")}
          defaultValue={form.typed.schoolId ?? team?.schoolId ?? ""}
          options={[{ value: "", text: t("team-of-district") }, ...schools]}
        />
      </PlacePage>
    </>
  );
}
