export interface Department {
	readonly name: string;
	/** Weight in the draw of those who do not follow their manager's department (O-11). */
	readonly weight: number;
	/** What people are called there; the first title is drawn as often as the others. */
	readonly titles: readonly string[];
}

/** The eight departments people are drawn into; the ninth, Executive, is the chief executive alone. */
export const DEPARTMENTS: readonly Department[] = [
	{
		name: 'Sales',
		weight: 24,
		titles: ['Account Executive', 'Inside Sales Rep', 'Account Manager', 'Sales Operations Analyst']
	},
	{
		name: 'Engineering',
		weight: 24,
		titles: ['Software Engineer', 'Senior Software Engineer', 'Test Engineer', 'Site Reliability Engineer']
	},
	{
		name: 'Customer Support',
		weight: 16,
		titles: ['Support Agent', 'Senior Support Agent', 'Support Specialist', 'Knowledge Editor']
	},
	{
		name: 'Finance',
		weight: 10,
		titles: ['Financial Analyst', 'Accountant', 'Payroll Specialist', 'Procurement Analyst']
	},
	{
		name: 'Marketing',
		weight: 10,
		titles: ['Content Designer', 'Campaign Manager', 'Brand Specialist', 'Event Planner']
	},
	{ name: 'HR', weight: 6, titles: ['HR Business Partner', 'Recruiter', 'Benefits Specialist', 'HR Analyst'] },
	{
		name: 'IT',
		weight: 6,
		titles: ['Systems Administrator', 'Service Desk Analyst', 'Network Technician', 'Identity Analyst']
	},
	{
		name: 'Operations',
		weight: 4,
		titles: ['Logistics Planner', 'Dock Coordinator', 'Warehouse Supervisor', 'Fleet Scheduler']
	}
];

export const ALL_DEPARTMENTS: readonly string[] = ['Executive', ...DEPARTMENTS.map((department) => department.name)];
