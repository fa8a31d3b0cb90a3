/** The frame of pages for people who work in the district; everyone else is sent to sign in. */
import { Outlet } from "react-router";
import { staffVisit } from "#app/replies.ts";
import type { Route } from "./+types/staff.ts";
import { StaffFrame, staffFrame } from "./staff-frame.tsx";

export const loader = ({ context, request }: Route.LoaderArgs) => staffFrame(staffVisit(context, request));

export default function Staff({ loaderData, matches }: Route.ComponentProps) {
  const bench = matches.some((match) => (match?.handle as { bench?: boolean } | undefined)?.bench === true);
  return (
    <StaffFrame {...loaderData} bench={bench}>
      <Outlet />
    </StaffFrame>
  );
}
