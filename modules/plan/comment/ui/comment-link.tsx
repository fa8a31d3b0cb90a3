/** Beside every element of a proposed version: the way to say something about it, and how much is said already. */
import { useTranslations } from "use-intl";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import { usePlace, usePlanLinks } from "../../ui/plan-words.tsx";

/** `tag`: what the element is called, for those who hear the page. */
export function CommentLink({ address, tag }: { address: string; tag: string }) {
  const t = useTranslations("comment");
  const { proposal } = usePlace();
  const { toElement } = usePlanLinks();
  const count = proposal?.said[address] ?? 0;
  if (!proposal || (!proposal.open && count === 0)) return null;
  return (
    <span className="comment-link" data-screen>
      <a href={`${toElement(address)}#the_comments`}>
        {t("link", { open: proposal.open ? "yes" : "no", count })}
        <VisuallyHidden> {t("link-about", { tag })}</VisuallyHidden>
      </a>
    </span>
  );
}
