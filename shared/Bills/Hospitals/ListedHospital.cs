namespace Shouwang.Shared.Bills;

/// <summary>A hospital as a list has it (医院名录).</summary>
/// <param name="Level">township, primary, secondary or tertiary.</param>
/// <param name="Place">GB/T 2260 code of where it lies.</param>
/// <param name="OtherNames">Short and former names.</param>
/// <param name="Source">Where its level was read: in words, then after “；” the addresses and the day.</param>
public sealed record ListedHospital(string Name, string Level, string Place, IReadOnlyList<string> OtherNames, string Source)
{
    /// <summary>The words of the source (来源说明), without the addresses.</summary>
    public string Said => Source.Split('；')[0];
}
