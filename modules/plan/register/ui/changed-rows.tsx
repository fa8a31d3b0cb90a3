/** What one decision changed: each element by its tag, the change in words, what went struck through and what came underlined. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { usePlanLinks, Words } from "../../ui/plan-words.tsx";
import { type ChangedElement, isCited, keyOf } from "../changed-element.ts";
import { Both } from "./compared-words.tsx";
import { useChangeWords } from "./use-change-words.ts";

export function ChangedRows({ elements, compare }: { elements: readonly ChangedElement[]; compare: string }) {
  return (
    <ul className="coded-rows register-rows">
      {elements.map((one) => (
        <Row key={keyOf(one)} one={one} compare={compare} />
      ))}
    </ul>
  );
}

function Row({ one, compare }: { one: ChangedElement; compare: string }) {
  const t = useTranslations("register");
  const words = useChangeWords();
  const { element, address, classes, name, became, under, fields } = one;
  const saysItself = fields.some(({ field }) => SAY_THEMSELVES.includes(field));
  const tag = <Tag one={one} />;
  return (
    <li className="coded-row" data-long={isLong(one) ? "" : undefined}>
      {tag}
      <div>
        <p className="plan-title">
          <strong>{words.classes(classes)}.</strong> {!saysItself && <Words>{name.text}</Words>}
        </p>
        {fields.length > 0 && (
          <p className="plan-words register-words">
            <Both one={one} />
          </p>
        )}
        {under !== null && (
          <p className="plan-quiet">
            {t("stands-under", {
              became,
              old: under.old ?? t("top"),
              now: under.now ?? t("top"),
            })}
          </p>
        )}
        {isCited(element) && (
          <p className="plan-quiet" data-screen>
            <a href={`${compare}#${address}`}>{t("changes.beside")}</a>
          </p>
        )}
      </div>
    </li>
  );
}

const SAY_THEMSELVES = ["title", "text", "statement", "label"];

/** On a phone a longer tag stands above its words. */
const isLong = ({ name, address }: ChangedElement): boolean => (name.code ?? address).length > 5;

function Tag({ one: { element, address, name } }: { one: ChangedElement }) {
  const t = useTranslations("register.part");
  const { toElement } = usePlanLinks();
  if (isCited(element)) return <CodeTag code={name.code ?? address} href={toElement(address)} />;
  return <CodeTag code={t(element as "period")} />;
}
