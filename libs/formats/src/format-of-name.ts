export { formatOfName, withoutEnding } from '@octavo/domain';
