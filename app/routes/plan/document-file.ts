/** The document as it was handed in, to be saved: never shown in the page, whatever it is. */
import { idIn, notFound, staffVisit } from "#app/replies.ts";
import { findDocumentFile } from "#modules/plan/review/queries.ts";
import type { Route } from "./+types/document-file.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { desk, district } = staffVisit(context, request);
  const found = await desk.read((tx) => findDocumentFile(tx, district.id, idIn(params.id)));
  if (!found.ok) notFound();
  const { name, bytes } = found.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
