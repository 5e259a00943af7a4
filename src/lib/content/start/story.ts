/**
 * What runs behind the start page: one hire, from HR to an account. It is a show, apart from the company that a person
 * has, so that every visit sees the same.
 */
export const story = {
	name: 'Contoso Harbour Group',
	script: `world cloud-only hr=workday
do 08:02 start(wd-entra)
do 08:12 assign(byoa, Pilot-W2-Sales)
do 08:20 start(byoa)
do 09:10 hr.hire(N1, name="Ada Fields", org="Sales", city="London", manager=3)`,
	/** Where it stands when the page opens. */
	from: '09:14',
	/** Minutes from there until the account is there. */
	minutes: 27,
	/** The application in whose log the story ends. */
	app: 'byoa',
	who: 'Ada Fields'
} as const;
