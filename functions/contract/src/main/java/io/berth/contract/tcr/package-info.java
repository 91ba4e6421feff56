// SPDX-License-Identifier: Apache-2.0
/** Actions of TCR (Tencent Container Registry, Version 2019-09-24): requests, rules, results. */
@NullMarked
package io.berth.contract.tcr;

import org.jspecify.annotations.NullMarked;
