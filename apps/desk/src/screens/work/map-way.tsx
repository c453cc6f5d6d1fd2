import { Navigate } from '@tanstack/react-router';

/** From anywhere to the map of the open work. */
export function MapWay() {
  return <Navigate to={'/isler' as string} search={{ show: 'map' } as never} replace />;
}
