/** Two people changed the same: both sides, and the choice. */
import { Form } from "react-router";
import { useFormatter } from "use-intl";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { RedlineText } from "#ui/redline/redline.tsx";
import type { Change } from "../../text/change.ts";
import { redline } from "../../text/redline.ts";
import type { Told } from "../commands.ts";
import { selecting, useDraftWords } from "./words.ts";

export interface ConflictView {
  over: Told[];
  /** What the form sent that came back. */
  sent: [name: string, value: string][];
  /** The last edit that is told of here. */
  told: number;
}

export function Conflict({ over, sent, told }: ConflictView) {
  const { t } = useDraftWords();
  const first = over[0]?.mine;
  const isTakingBack = sent.some(([name, value]) => name === "do" && value === "take-back");
  // Nothing can be put on what is no longer there.
  const canPut =
    !isTakingBack && over.every(({ mine, theirs }) => mine.kind === "dropped" || theirs?.kind !== "dropped");
  const again = sent.filter(([name]) => name !== "told");
  return (
    <section className="draft-conflict" role="alert" aria-labelledby="conflict">
      <h3 id="conflict">{t("conflict")}</h3>
      <p>{t(isTakingBack ? "conflict-back" : canPut ? "conflict-says" : "conflict-gone")}</p>
      {over.map((one) => (
        <Sides
          key={`${one.mine.element} ${one.mine.address} ${one.mine.kind === "changed" ? one.mine.field : ""}`}
          {...one}
        />
      ))}
      <ActionRow>
        <ButtonLink first href={first && first.element !== "period" ? atOnce(first.address) : "?"}>
          {t("keep-theirs")}
        </ButtonLink>
        {canPut && (
          <Form method="post" preventScrollReset>
            {again.map(([name, value], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a form may send a name twice
              <input key={at} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="told" value={told} />
            <Button>{t("put-mine")}</Button>
          </Form>
        )}
      </ActionRow>
    </section>
  );
}

/** Without a place on the page: to one, a browser would scroll on this page, and not load how things stand now. */
const atOnce = (address: string): string => selecting(address).replace(/#.*/, "");

function Sides({ mine, theirs, by, at }: Told) {
  const { t, nameOf, fieldOf } = useDraftWords();
  const format = useFormatter();
  const field = mine.kind === "changed" ? fieldOf(mine.field) : null;
  const who = by ?? t("someone");
  const asItWas = { ...mine, name: { old: mine.name.old, now: mine.name.old ?? mine.name.now } };
  return (
    <div className="draft-sides">
      <h4>{[nameOf(asItWas), field].filter(Boolean).join(": ")}</h4>
      <dl>
        <div>
          <dt>
            {at === null
              ? who
              : t("theirs", { by: who, at: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}
          </dt>
          <dd>{theirs === null ? t("side.elsewhere") : <Side change={theirs} />}</dd>
        </div>
        <div>
          <dt>{t("mine")}</dt>
          <dd>
            <Side change={mine} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** Words as they were changed; anything else in a sentence. */
function Side({ change }: { change: Change }) {
  const { t, fieldOf, nameOf } = useDraftWords();
  if (change.kind !== "changed") return t(`side.${change.kind}`, { name: nameOf(change) });
  const { old, now, field } = change;
  const words = (value: unknown): string | null =>
    typeof value === "string" || value === null ? value : JSON.stringify(value);
  const [was, is] = [words(old), words(now)];
  if (is === null) return t("side.emptied", { field: fieldOf(field) });
  const parts = redline(was ?? "", is).map(({ is: what, text }) => ({
    text,
    change: what === "inserted" ? ("added" as const) : what === "deleted" ? ("dropped" as const) : undefined,
  }));
  return <RedlineText parts={parts} added={t("added")} dropped={t("struck")} />;
}
