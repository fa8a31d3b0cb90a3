/** One decision of the register: when, by whom and with which vote, why, and everything that it changed. */
import { useFormatter, useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { useBecame, useTally } from "../../adoption/ui/decided.tsx";
import { Words } from "../../ui/plan-words.tsx";
import type { AmendmentEntry, DecisionView, RegisterEntry } from "../present-changes.ts";
import { ChangedRows } from "./changed-rows.tsx";

export function Entry({ entry, slug }: { entry: RegisterEntry; slug: string }) {
  switch (entry.is) {
    case "amendment":
      return <Amendment entry={entry} slug={slug} />;
    case "adoption":
      return <Adoption entry={entry} slug={slug} />;
    case "crosswalk":
      return <Account entry={entry} slug={slug} />;
  }
}

function Amendment({ entry, slug }: { entry: AmendmentEntry; slug: string }) {
  const t = useTranslations("register.changes");
  const { day } = useDates();
  const { n, on, by, authority, amends, type, reason, count, elements } = entry;
  const compare = `/plans/${slug}/compare?from=${amends}&to=${n}`;
  const adoption = useTranslations("adoption");
  return (
    <Block
      id={`version_${n}`}
      heading={<time dateTime={on}>{day(on)}</time>}
      more={<a href={compare}>{t("compare", { from: amends, to: n })}</a>}
    >
      <div className="register-entry">
        <p className="register-reason">
          <Words>{reason}</Words>
        </p>
        <Facts
          layout="across"
          items={[
            {
              term: t("decided-by"),
              value:
                authority === "board" || authority === "committee"
                  ? by
                  : t("by-office", { by, office: adoption(`authority.${authority}`) }),
            },
            ...voteFacts(entry, useVoteWords()),
            { term: t("type"), value: adoption(`type.${type}`) },
          ]}
        />
        <ChangedRows elements={elements} compare={compare} />
        {count > elements.length && (
          <p className="register-more">
            <a href={compare}>{t("more", { count, shown: elements.length })}</a>
          </p>
        )}
      </div>
    </Block>
  );
}

function Adoption({ entry, slug }: { entry: Extract<RegisterEntry, { is: "adoption" }>; slug: string }) {
  const t = useTranslations("register.changes");
  const { day } = useDates();
  const words = useVoteWords();
  const { n, on, by, motion, resolution } = entry;
  return (
    <Block
      id={`version_${n}`}
      heading={<time dateTime={on}>{day(on)}</time>}
      more={<a href={`/plans/${slug}/versions/${n}`}>{t("as-adopted")}</a>}
    >
      <div className="register-entry">
        <p className="register-reason">{t("adopted")}</p>
        <Facts
          layout="across"
          items={[
            { term: t("decided-by"), value: by },
            ...voteFacts(entry, words),
            ...(motion === null ? [] : [{ term: t("motion"), value: <Words>{motion}</Words> }]),
            ...(resolution === null ? [] : [{ term: t("resolution"), value: resolution }]),
          ]}
        />
      </div>
    </Block>
  );
}

function Account({ entry, slug }: { entry: Extract<RegisterEntry, { is: "crosswalk" }>; slug: string }) {
  const t = useTranslations("register.changes");
  const { day } = useDates();
  const became = useBecame();
  const { on, before, counts } = entry;
  return (
    <Block
      id="the_account"
      heading={<time dateTime={on}>{day(on)}</time>}
      more={<a href={`/plans/${slug}/crosswalk`}>{t("to-account")}</a>}
    >
      <div className="register-entry">
        <p className="register-reason">
          {t.rich("account", {
            title: before.title,
            plan: (words) => (
              <a href={`/plans/${before.slug}`}>
                <Words>{words}</Words>
              </a>
            ),
          })}{" "}
          {became(counts)}
        </p>
      </div>
    </Block>
  );
}

interface VoteWords {
  term: string;
  none: string;
  tally: (votes: DecisionView["votes"]) => string;
  named: (key: "against" | "abstaining", names: string[]) => string;
}

function useVoteWords(): VoteWords {
  const t = useTranslations("register.changes");
  const format = useFormatter();
  const tally = useTally();
  return {
    term: t("vote"),
    none: t("no-vote"),
    tally,
    named: (key, names) => t(key, { names: format.list(names) }),
  };
}

function voteFacts({ votes }: DecisionView, words: VoteWords) {
  if (votes === null) return [{ term: words.term, value: words.none }];
  const { against, abstaining } = votes;
  const said = [
    words.tally(votes),
    ...(against.length > 0 ? [words.named("against", against)] : []),
    ...(abstaining.length > 0 ? [words.named("abstaining", abstaining)] : []),
  ];
  return [{ term: words.term, value: said.join(". ") }];
}
