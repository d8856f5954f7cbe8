namespace Shouwang.Shared.Bills;

/// <summary>What a list of hospitals would do wrong (医院名录检查): one hospital twice, a name that means two, a name any town has.</summary>
public static class HospitalChecks
{
    /// <summary>One sentence for each thing to put right, with the hospital it is about; none where every name finds its own hospital.</summary>
    public static IReadOnlyList<(ListedHospital Hospital, string Wrong)> Of(IReadOnlyList<ListedHospital> all)
    {
        var index = new HospitalIndex(all);
        var wrong = new List<(ListedHospital, string)>();
        foreach (var group in all.GroupBy(h => HospitalName.Plain(h.Name)).Where(g => g.Count() > 1))
        {
            foreach (var twice in group.GroupBy(h => h.Place).Where(g => g.Count() > 1))
                wrong.Add((twice.Last(), $"{twice.Last().Name} stands here more than once for {twice.Key}, as {string.Join(" and ", twice.Select(h => h.Level))}; keep the line whose source is the newer."));
        }
        foreach (var hospital in all)
        {
            foreach (var name in hospital.OtherNames.Append(hospital.Name))
            {
                if (name != hospital.Name && CommonName.Is(HospitalName.Plain(name)))
                    wrong.Add((hospital, $"“{name}” is a name any town has; leave it out of the other names of {hospital.Name}, or write it with its place."));
                else if (HospitalName.Plain(name).Length < 4)
                    wrong.Add((hospital, $"“{name}” is too short to be looked up; leave it out of the other names of {hospital.Name}."));
                else if (index.Find(name, hospital.Place) is not { } found)
                    wrong.Add((hospital, $"“{name}” means more than one hospital in {hospital.Place}; leave it out of all of them but one."));
                else if (found.Place == hospital.Place && HospitalName.Plain(found.Name) != HospitalName.Plain(hospital.Name))
                    wrong.Add((hospital, $"“{name}” finds {found.Name}; leave it out of one of the two."));
            }
        }
        return wrong;
    }
}
