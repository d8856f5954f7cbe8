using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Explanation;

/// <summary>Names that facts hold only as codes (显示名称); what is null is left unsaid.</summary>
/// <param name="Disease">Name of the main disease as the catalogue or the paper has it.</param>
/// <param name="Level">How the hospital's level is known, where it was not simply told.</param>
public sealed record Names(string? Disease = null, string? Village = null, LevelFinding? Level = null);
