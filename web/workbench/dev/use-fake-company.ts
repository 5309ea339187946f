import { useBackend } from '../store/backend.ts';
import { fakeBackend } from './fake-backend.ts';
import { seededCompany } from './fake-seed.ts';

export function useFakeCompany(): void {
  const company = seededCompany();
  useBackend(fakeBackend(company));
  Object.assign(window, { company });
}
