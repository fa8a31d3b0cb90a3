/** On the page of what stands: that a change of it is proposed, and where to read and say something about it. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import type { ProposalView } from "../present.ts";

export function ProposalLine({ slug, proposed }: { slug: string; proposed: ProposalView }) {
  const t = useTranslations("comment");
  const { day } = useDates();
  const { n, comment, until } = proposed;
  return (
    <p className="proposal-line">
      {t.rich(`line.${comment}`, {
        n,
        day: until === null ? "" : day(until),
        proposal: (words) => <a href={`/plans/${slug}/proposal`}>{words}</a>,
      })}
    </p>
  );
}
