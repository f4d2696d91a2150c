package org.kezheng.security.clients;

import org.kezheng.security.tenancy.ClientId;

/// A client (委托方): the party on whose behalf calls are handled.
///
/// @param code short name in the API, such as `demo`
/// @param chineseName name in Chinese
/// @param englishName name in English
public record Client(ClientId id, String code, String chineseName, String englishName) {}
