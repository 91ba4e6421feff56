// SPDX-License-Identifier: Apache-2.0
/** Actions of TAT (TencentCloud Automation Tools, Version 2020-10-28): requests, rules, results. */
@NullMarked
package io.berth.contract.tat;

import org.jspecify.annotations.NullMarked;
