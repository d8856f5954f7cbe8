using Azure.Core;
using Azure.Core.Pipeline;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Roster;

namespace Shouwang.Functions.Tests.Members;

/// <summary>Storage goes away while a roster is taken.</summary>
public sealed class RosterCutOffTests(Azurite azurite)
{
    static readonly Keys s_keys = new(new byte[32]);

    /// <summary>Cut off among the rows of the county's index, among the batches of members, and at the last of these.</summary>
    [Theory]
    [InlineData(20, true, false)]
    [InlineData(2, false, true)]
    [InlineData(4, true, true)]
    public async Task A_roster_cut_off_anywhere_and_taken_again_has_everybody_once_in_village_and_county(int write, bool arrives, bool batchesOnly)
    {
        const int rows = 400, good = 360;
        var village = $"{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";
        var reading = RosterReader.Read(Rows(rows), null, new DateOnly(2026, 3, 31));
        reading.Faults.Count.ShouldBe(rows - good);
        await Import(out var members, out var enrolments).RunAsync(village, reading, apply: false, default);

        await Should.ThrowAsync<IOException>(() => Import(out _, out _, new FailsFrom(write, arrives, batchesOnly)).RunAsync(village, reading, apply: true, default));
        var kept = (await members.AllAsync(village, default)).Count;
        var again = await Import(out _, out _).RunAsync(village, reading, apply: true, default);
        var third = await Import(out _, out _).RunAsync(village, reading, apply: true, default);

        // A batch given up on its way may arrive after this looked.
        again.Unchanged.ShouldBeGreaterThanOrEqualTo(kept);
        (again.Added + again.Unchanged, again.Changed).ShouldBe((good, 0));
        (third.Added, third.Changed, third.Unchanged).ShouldBe((0, 0, good));
        var all = await members.AllAsync(village, default);
        all.Count.ShouldBe(good);
        (await enrolments.ElsewhereAsync("000000000000", [.. all.Select(member => member.Id)], default)).Values.Count(one => one.Village == village).ShouldBe(good);
    }

    RosterImport Import(out MemberStore members, out EnrolmentStore enrolments, FailsFrom? fault = null)
    {
        var options = new TableClientOptions();
        if (fault is not null)
            options.AddPolicy(fault, HttpPipelinePosition.PerCall);
        var tables = new TableServiceClient(azurite.ConnectionString, options);
        foreach (var name in fault is null ? [VillageStore.Table, EnrolmentStore.Table] : Array.Empty<string>())
            tables.GetTableClient(name).CreateIfNotExistsAsync().GetAwaiter().GetResult();
        members = new MemberStore(tables.GetTableClient(VillageStore.Table));
        enrolments = new EnrolmentStore(tables.GetTableClient(EnrolmentStore.Table));
        return new RosterImport(members, enrolments, new VillageStore(tables.GetTableClient(VillageStore.Table)), s_keys);
    }

    /// <summary>Everybody of this test alone: the county's index is shared.</summary>
    static List<IReadOnlyList<string>> Rows(int count)
    {
        var day = new DateOnly(1940, 1, 1).AddDays(Random.Shared.Next(20_000));
        List<IReadOnlyList<string>> rows = [["姓名", "身份证号", "入会日期"]];
        for (var i = 1; i <= count; i++)
        {
            var digits = $"329901{day.AddDays(i):yyyyMMdd}{i % 1000:D3}";
            rows.Add(["王示例", i % 10 == 0 ? "3.2990119590308E+17" : digits + IdentityNumber.CheckCharacter(digits), "2026-01-01"]);
        }

        return rows;
    }
}
