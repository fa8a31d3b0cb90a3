/** The frame of pages about one's own account: the staff's for those who work here, everyone's for those who do not any more. */
import { Outlet, redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { isStaff } from "#modules/district/actor.ts";
import type { Route } from "./+types/signed-in.ts";
import { PublicFrame, publicFrame } from "./public-frame.tsx";
import { StaffFrame, staffFrame } from "./staff-frame.tsx";

export function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { pathname, search } = new URL(request.url);
  if (visit.account === null) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  const { district, actor } = visit;
  return district !== null && isStaff(actor)
    ? { staff: staffFrame({ ...visit, district }) }
    : { everyone: publicFrame(visit) };
}

export default function SignedInFrame({ loaderData }: Route.ComponentProps) {
  return "staff" in loaderData ? (
    <StaffFrame {...loaderData.staff}>
      <Outlet />
    </StaffFrame>
  ) : (
    <PublicFrame {...loaderData.everyone}>
      <Outlet />
    </PublicFrame>
  );
}
