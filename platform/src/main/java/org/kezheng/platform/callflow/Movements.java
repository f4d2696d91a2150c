package org.kezheng.platform.callflow;

/// Who moves the channels of talks.
record Movements(Partings partings, OutsideLegs outside, Seats seats, HandOvers handOvers, OutsideWatch watch) {}
