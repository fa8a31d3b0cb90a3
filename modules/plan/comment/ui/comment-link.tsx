/** Beside every element of a proposed version: the way to say something about it, and how much is said already. */
import { useTranslations } from "use-intl";
import { usePlace, usePlanLinks } from "../../ui/plan-words.tsx";

interface CommentLinkProps {
  address: string;
  /** What the element is called, for those who hear the page. */
  tag: string;
}

/** Nothing on the pages of what stands, where it must cost nothing: there are as many as elements. */
export function CommentLink(props: CommentLinkProps) {
  const { proposal } = usePlace();
  const count = proposal?.said[props.address] ?? 0;
  if (!proposal || (!proposal.open && count === 0)) return null;
  return <LinkToComments {...props} open={proposal.open} count={count} />;
}

function LinkToComments({ address, tag, open, count }: CommentLinkProps & { open: boolean; count: number }) {
  const t = useTranslations("comment");
  const { toElement } = usePlanLinks();
  const words = t("link", { open: open ? "yes" : "no", count });
  return (
    <a
      className="comment-link"
      href={`${toElement(address)}#the_comments`}
      aria-label={t("link-about", { words, tag })}
    >
      {words}
    </a>
  );
}
