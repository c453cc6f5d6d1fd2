import { useQuery } from '@tanstack/react-query';
import type { StaffMember } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';

/** Everybody who works or worked here. */
export function useStaff() {
  return useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => api.get<StaffMember[]>('/api/v1/staff', {}, signal),
  });
}
