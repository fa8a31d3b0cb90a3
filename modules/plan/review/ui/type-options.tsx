/** A choice of everything that a line of a plan can be. */
import { useTranslations } from "use-intl";
import { MEASURE_ROLES, STATEMENT_KINDS } from "../../document/reading.ts";
import type { ReviewView } from "../present.ts";

export function TypeSelect({
  id,
  levels,
  value,
}: {
  id: string;
  levels: ReviewView["levels"];
  value?: string | undefined;
}) {
  const t = useTranslations("review");
  return (
    <select className="control" id={id} name="as" defaultValue={value} data-width="half">
      <optgroup label={t("kind-node")}>
        {levels.map((level) => (
          <option key={level.key} value={`node:${level.key}`}>
            {level.label}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("kind-measure")}>
        {MEASURE_ROLES.map((role) => (
          <option key={role} value={`measure:${role}`}>
            {t(`role.${role}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("kind-statement")}>
        {STATEMENT_KINDS.map((kind) => (
          <option key={kind} value={`statement:${kind}`}>
            {t(`statement.${kind}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("kind-guardrail")}>
        <option value="guardrail">{t("kind-guardrail")}</option>
      </optgroup>
    </select>
  );
}
