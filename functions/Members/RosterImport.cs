using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.MutualAid.Roster;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Members;

/// <summary>What a roster file would change, or has changed (导入结果).</summary>
internal sealed record ImportResult(int Added, int Changed, int Unchanged, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Warnings, bool Applied);

/// <summary>Brings a village's roster up to date from a file (导入名册). Members whom the file does not name stay as they are. Doing it again changes nothing.</summary>
internal sealed class RosterImport(MemberStore members, EnrolmentStore enrolments, VillageStore villages, Keys keys)
{
    public async Task<ImportResult> RunAsync(string village, RosterReading reading, bool apply, CancellationToken stop)
    {
        var known = (await members.AllAsync(village, stop)).ToDictionary(member => member.Id, StringComparer.Ordinal);
        var entries = reading.Entries.Select(entry => (Entry: entry, Id: keys.Pseudonym(entry.IdNumber))).ToList();
        var elsewhere = await enrolments.ElsewhereAsync(village, [.. entries.Select(entry => entry.Id)], stop);
        var names = elsewhere.Count == 0 ? [] : await NamesAsync(elsewhere.Values.Select(one => one.Village).Distinct(StringComparer.Ordinal), stop);
        var people = known.Values.Where(member => member.Born is not null).ToLookup(member => (member.Name, member.Born!.Value));
        var warnings = reading.Warnings.ToList();
        var (added, changed) = (new List<Member>(), new List<Member>());
        foreach (var (entry, id) in entries)
        {
            var before = known.GetValueOrDefault(id);
            elsewhere.TryGetValue(id, out var other);
            var after = Merge(before, entry, id, other);
            if (before is not null && before.Name != entry.Name)
                warnings.Add(new SheetFault(entry.Row, "name-changed", $"第 {entry.Row} 行（{entry.Name}）：名册里同一个身份证号原来叫 {MaskedName.Of(before.Name)}，已改成新的姓名。如果不是改名，请核对身份证号。"));
            if (before is null && people[(entry.Name, entry.Born)].FirstOrDefault() is { } twin)
                warnings.Add(new SheetFault(entry.Row, "maybe-twice", $"第 {entry.Row} 行（{entry.Name}）：名册里已有同名同生日的会员，身份证号末四位是 {twin.Tail}。如果是一个人，请核对身份证号。"));
            if (other is { Left: null } && entry.Left is null)
                warnings.Add(new SheetFault(entry.Row, "enrolled-elsewhere", $"第 {entry.Row} 行（{entry.Name}）：{names.GetValueOrDefault(other.Village, other.Village)}（{other.Village}）的名册里也有这个身份证号（{other.Person}，{other.Joined} 入会）。一个人只能参加一个村，请两个村核对。"));
            if (before is null)
                added.Add(after);
            else if (!Same(before, after))
                changed.Add(after);
        }

        if (apply)
        {
            // First what other villages go by: cut off in between, the next import writes the rest.
            await enrolments.SaveAsync(village, [.. added, .. changed], stop);
            await members.SaveAsync(village, [.. added, .. changed], stop);
        }

        return new ImportResult(added.Count, changed.Count, entries.Count - added.Count - changed.Count, reading.Faults, [.. warnings.OrderBy(warning => warning.Row)], apply);
    }

    /// <summary>The member as the row makes him: who had left and joins again keeps the earlier time.</summary>
    public static Member Merge(Member? before, RosterEntry entry, string id, Enrolment? elsewhere)
    {
        var again = before is { Left: { } left } && entry.Joined > left;
        return new Member(id, entry.Name, entry.IdNumber[^4..], entry.Joined, entry.Left)
        {
            Born = entry.Born,
            Sex = entry.Sex,
            Household = entry.Household ?? before?.Household,
            Relation = entry.Relation ?? before?.Relation,
            LeftWhy = entry.LeftWhy,
            Continued = again ? false : before?.Continued ?? ComesStraight(elsewhere, entry.Joined),
            Before = again ? [.. before!.Before, new MembershipSpan(before.Joined, before.Left!.Value, before.LeftWhy ?? "left")] : before?.Before ?? [],
        };
    }

    /// <summary>Left the other village's association at most thirty days before.</summary>
    static bool ComesStraight(Enrolment? elsewhere, DateOnly joined) =>
        elsewhere?.Left is { } left && joined.DayNumber - DateOnly.ParseExact(left, "yyyy-MM-dd").DayNumber is >= 0 and <= 30;

    static bool Same(Member a, Member b) => a with { Before = [] } == b with { Before = [] } && a.Before.SequenceEqual(b.Before);

    async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> codes, CancellationToken stop)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in codes)
            names[code] = (await villages.FindAsync(code, stop))?.Name ?? code;
        return names;
    }
}
