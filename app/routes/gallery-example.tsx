/** One example of the design system by itself: whole pages, and parts for those who check them one by one. */
import { notFound } from "#app/replies.ts";
import { samples } from "#ui/examples.ts";
import { GalleryExample, slugOf } from "#ui/gallery/gallery.tsx";
import type { Route } from "./+types/gallery-example.ts";

export function loader({ params }: Route.LoaderArgs) {
  const known = samples.some(({ component, examples }) =>
    examples.some(({ name }) => slugOf(component, name) === params.example),
  );
  return known ? null : notFound();
}

export default function Example({ params }: Route.ComponentProps) {
  return (
    <>
      <title>{`Guidepost: ${params.example}`}</title>
      <GalleryExample samples={samples} slug={params.example} />
    </>
  );
}
