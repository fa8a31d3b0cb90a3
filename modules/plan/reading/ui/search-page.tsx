/** What a plan says about what a reader asks: every element that has all the words, with its place. */
import { useLocale, useTranslations } from "use-intl";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { CodedRow, CodedRows } from "../../ui/coded-rows.tsx";
import { InPlan, SAID, useLevelWords, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { HitLine, SearchView } from "../present-search.ts";
import { LONGEST_QUESTION } from "../search.ts";
import { FindForm } from "./find-form.tsx";
import { MarkedWords } from "./marked-words.tsx";

export function SearchPage({ head, question, is, count, hits, language }: SearchView & { language: string }) {
  const t = useTranslations("reading.search");
  const number = numberWordFirst(count, useLocale());
  const { slug, title } = head;
  const tooLong = is === "too-long" ? t("too-long", { most: LONGEST_QUESTION, count: question.length }) : undefined;
  return (
    <InPlan base="/plans" slug={slug} language={language}>
      <Crumb
        label={t("place")}
        steps={[{ href: `/plans/${slug}`, text: <Words>{title}</Words> }, { text: t("here") }]}
      />
      <Finding voice="desk">
        {is === "found" && t("found", { count, number, question })}
        {is === "nothing" && t("nothing", { question })}
        {(is === "unasked" || is === "too-long") && t.rich("unasked", { title, ...SAID })}
      </Finding>
      <FindForm slug={slug} question={question} error={tooLong} />
      {is === "found" ? <Hits hits={hits} count={count} /> : <HowToAsk slug={slug} found={is !== "nothing"} />}
    </InPlan>
  );
}

function HowToAsk({ slug, found }: { slug: string; found: boolean }) {
  const t = useTranslations("reading.search");
  return (
    <div className="find-help">
      <EmptyState example={<p>{t("example")}</p>}>
        <p>{t(found ? "how" : "kindly")}</p>
        <ul>
          <li>{t("help-fewer")}</li>
          <li>{t("help-own-words")}</li>
          <li>{t("help-code")}</li>
        </ul>
        <p>
          <a href={`/plans/${slug}`}>{t("whole-plan")}</a>
        </p>
      </EmptyState>
    </div>
  );
}

function Hits({ hits, count }: { hits: HitLine[]; count: number }) {
  const t = useTranslations("reading.search");
  return (
    <div className="find-answers">
      <CodedRows label={t("answers")}>
        {hits.map((hit) => (
          <CodedRow key={hit.address} address={hit.address} tag={hit.tag}>
            <HitWords hit={hit} />
          </CodedRow>
        ))}
      </CodedRows>
      {count > hits.length && <Note>{t("more", { shown: hits.length, count })}</Note>}
    </div>
  );
}

function HitWords({ hit: { kind, tag, title, text, beside, path } }: { hit: HitLine }) {
  const t = useTranslations("reading.search");
  const word = useTranslations("plan.statement");
  const level = useLevelWords();
  const { toElement } = usePlanLinks();
  return (
    <>
      <p className="plan-quiet find-place">
        {kind.is === "node" && !tag.startsWith(kind.level.label) && (
          <span>
            <Words>{level.one(kind.level)}</Words>
          </span>
        )}
        {kind.is === "statement" && <span>{word(kind.of as Parameters<typeof word>[0])}</span>}
        {(kind.is === "measure" || kind.is === "guardrail") && <span>{t(kind.is)}</span>}
        {path.map(({ address, name, words }) => (
          <span key={address}>
            <a href={toElement(address)}>
              <Words>{[name, words].filter(Boolean).join(", ")}</Words>
            </a>
          </span>
        ))}
      </p>
      {title !== null && (
        <p className="plan-title">
          <MarkedWords pieces={title} />
        </p>
      )}
      {text !== null && (
        <p className={title === null ? "plan-title" : "plan-words"}>
          <MarkedWords pieces={text} />
        </p>
      )}
      {beside.map((pieces) => (
        <p key={pieces.map(({ words }) => words).join("")} className="plan-quiet">
          <MarkedWords pieces={pieces} />
        </p>
      ))}
    </>
  );
}
