package org.kezheng.platform.claims;

/// One thing on the list.
///
/// @param code what it is for, such as `pbx`; once on a list
/// @param name the product
/// @param version exactly as the thing itself says it
record EquipmentItem(String code, String zh, String en, String name, String version) {}
