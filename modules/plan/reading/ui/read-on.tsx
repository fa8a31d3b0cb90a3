/** Other ways to read this plan: asked a question. */
import { FindForm } from "./find-form.tsx";

export function ReadOn({ slug }: { slug: string }) {
  return (
    <div className="read-on" data-screen>
      <FindForm slug={slug} />
    </div>
  );
}
