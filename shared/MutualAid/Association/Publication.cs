namespace Shouwang.Shared.MutualAid.Association;

/// <summary>When a draft may be put in force (公布条件): only what was adopted, as it was adopted, and in time.</summary>
/// <param name="Plan">Name of the draft.</param>
/// <param name="Hash">Hash of its content as it is now.</param>
/// <param name="From">Its first day.</param>
/// <param name="Replaces">Whether another plan is in force that day.</param>
public sealed record Publication(string Plan, string Hash, DateOnly From, bool Replaces)
{
    /// <summary>Why the draft cannot be published; null where it can.</summary>
    public StepRefusal? Refuse(Proceedings proceedings, Charter charter, DateOnly today)
    {
        if (proceedings.Adoption(Plan) is not { } adoption)
            return new StepRefusal("resolution-missing", $"方案 {Plan} 还没有通过决议，不能公布。请先在“议事”里走完提议、征求意见、告全体村民书、会议和决议。", null);
        if (adoption.Subject.PlanHash != Hash)
            return Changed(Plan);
        return Replaces && From.DayNumber - today.DayNumber < charter.NoticeDays
            ? new StepRefusal("notice-too-short", charter.NoticeDays == 0 ? $"已经有方案在执行，{Plan} 不能从过去的{From.InWords()}开始。请重新测算一份从今天或者今天以后开始的方案。" : $"已经有方案在执行。章程规定变更要提前 {charter.NoticeDays} 天公布，{Plan} 从{From.InWords()}开始，来不及了。请重新测算一份晚些开始的方案。", null)
            : null;
    }

    /// <summary>What lies there is not what was proposed.</summary>
    public static StepRefusal Changed(string plan) => new("plan-changed", $"方案 {plan} 现在的内容和提议表决的不一样，不能用这次决议。请重新提议。", "plan");
}
