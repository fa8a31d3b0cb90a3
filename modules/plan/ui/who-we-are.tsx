/** What a plan says of those who made it: statements by kind and by whose promise they are, points within statements. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Prose } from "#ui/statement/statement.tsx";
import { CommentLink } from "../comment/ui/comment-link.tsx";
import type { StatementGroup, StatementView } from "../plan-view.ts";
import { CodedRow, CodedRows } from "./coded-rows.tsx";
import { usePlanLinks, Words } from "./plan-words.tsx";

export function WhoWeAre({ groups }: { groups: StatementGroup[] }) {
  return groups.map((group) => <Group key={`${group.kind} ${group.owner}`} group={group} />);
}

function Group({ group: { kind, owner, statements } }: { group: StatementGroup }) {
  const t = useTranslations("plan");
  const { toElement } = usePlanLinks();
  // Who promises is said once: by the name of the group, or by the name of the kind.
  const word = t(`statement.${owner !== null && kind === "admin_commitment" ? "collective_commitment" : kind}`);
  const [only] = statements;
  if (only !== undefined && only.number === null) {
    return (
      <section className="plan-parts" data-depth="1" id={only.address}>
        <h3>
          <CodeTag code={word} href={toElement(only.address)} />
        </h3>
        <Prose lead={kind === "mission"}>
          <StatementWords {...only} />
        </Prose>
        <CommentLink address={only.address} tag={word} />
      </section>
    );
  }
  return (
    <section className="plan-parts" data-depth="1">
      <h3>
        {word}
        {owner !== null && (
          <span className="plan-whose">
            <Words>{owner}</Words>
          </span>
        )}
      </h3>
      <CodedRows>
        {statements.map((statement) => (
          <CodedRow key={statement.address} address={statement.address} tag={statement.number ?? word}>
            <Prose>
              <StatementWords {...statement} />
            </Prose>
            <CommentLink address={statement.address} tag={statement.number ?? word} />
          </CodedRow>
        ))}
      </CodedRows>
    </section>
  );
}

function StatementWords({ text, points }: Pick<StatementView, "text" | "points">) {
  return (
    <>
      <p>
        <Words>{text}</Words>
      </p>
      {points.length > 0 && (
        <CodedRows>
          {points.map(({ address, tag, text: words }) => (
            <CodedRow key={address} address={address} tag={tag}>
              <p>
                <Words>{words}</Words>
              </p>
              <CommentLink address={address} tag={tag} />
            </CodedRow>
          ))}
        </CodedRows>
      )}
    </>
  );
}
