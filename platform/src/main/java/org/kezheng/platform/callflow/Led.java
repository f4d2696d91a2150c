package org.kezheng.platform.callflow;

/// What callers are led through, what they are told between, and how their lines do it.
record Led(Steps steps, Journeys journeys, Emergencies emergencies) {}
