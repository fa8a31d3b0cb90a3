/** The frame of pages that anyone may read. */
import { Outlet } from "react-router";
import { visitOf } from "#app/context.ts";
import type { Route } from "./+types/public.ts";
import { PublicFrame, publicFrame } from "./public-frame.tsx";

export const loader = ({ context }: Route.LoaderArgs) => publicFrame(visitOf(context));

export default function Public({ loaderData }: Route.ComponentProps) {
  return (
    <PublicFrame {...loaderData}>
      <Outlet />
    </PublicFrame>
  );
}
