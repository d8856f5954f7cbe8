using Shouwang.Shared.Adjudication.Engine;

namespace Shouwang.Shared.Adjudication.Bulk;

/// <summary>A stay in numbers, ready for the engine (批量核算的输入). Made for one snapshot and valid for every snapshot with the same vocabulary.</summary>
public readonly struct PreparedStay
{
    internal PreparedStay(in Case numbers) => Numbers = numbers;

    internal Case Numbers { get; }
}

/// <summary>What the layers pay for one stay (批量核算的结果), in the order of the snapshot's benefits.</summary>
/// <param name="Amounts">In fen.</param>
/// <param name="PatientPays">Total less all amounts, in fen.</param>
/// <param name="Complete">No benefit lacked a fact or a figure.</param>
public readonly record struct BulkResult(long[] Amounts, long PatientPays, bool Complete);
