/** The staff member of the guide's own example (EX-1). */
export const simpson = {
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  birthDate: '1979-12-26',
  workEmail: 'psimpson@school.k12.mo.us',
  employments: [{ hireDate: '2020-07-25', terminationDate: null }],
  positions: [
    {
      schoolNumber: '010',
      assignmentCode: '20',
      titleCode: '4A61E262',
      titleDescription: 'Varsity Basketball',
      startDate: '2023-10-01',
      endDate: null,
    },
  ],
};

/** The smallest household (HH-1), its address as one line (EX-2). */
export const lineAddress = {
  staffNumber: '10059',
  lastName: 'Brown',
  firstName: 'Allison',
  gender: 'F',
  household: {
    householdLocations: [
      {
        address: {
          fullStreetAddress: '4321 South Lexington Ave SE Apt 45',
          city: 'Blaine',
          state: 'MN',
          zip: '55123',
        },
      },
    ],
  },
};
