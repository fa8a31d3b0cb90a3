/** What is held of people, why and for how long: for anyone who works here and is asked by a family. */
import { INVENTORY, presentInventory } from "#app/inventory.ts";
import { staffVisit } from "#app/replies.ts";
import { InventoryPage } from "#modules/roster/ui/inventory-page.tsx";
import type { Route } from "./+types/inventory.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  staffVisit(context, request);
  return presentInventory(INVENTORY);
}

export default function InventoryRoute({ loaderData }: Route.ComponentProps) {
  return <InventoryPage {...loaderData} />;
}
