import type { ViewData } from '#lib/views';

export type Remark = ViewData<'expression'>['remarks'][number];
