/** The design system: every component with its criteria and examples. */
import { samples } from "#ui/examples.ts";
import { Gallery } from "#ui/gallery/gallery.tsx";

export default function GalleryPage() {
  return (
    <>
      <title>Guidepost: the parts that pages are made of</title>
      <Gallery samples={samples} />
    </>
  );
}
