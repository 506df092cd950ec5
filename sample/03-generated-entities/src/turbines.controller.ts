import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { FindTurbinesQuery, OpenCaseDto } from './turbine.dto.js';
import { TurbinesService } from './turbines.service.js';

@Controller('turbines')
export class TurbinesController {
  constructor(private readonly turbines: TurbinesService) {}

  @Get()
  findAll(@Query() query: FindTurbinesQuery) {
    return this.turbines.findAll(query);
  }

  @Get('statuses')
  findStatuses() {
    return this.turbines.findStatuses();
  }

  @Get('due-for-overhaul')
  findDueForOverhaul() {
    return this.turbines.findDueForOverhaul();
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.turbines.findOne(id);
  }

  @Post(':id/cases')
  openCase(@Param('id') id: string, @Body() body: OpenCaseDto) {
    return this.turbines.openCase(id, body);
  }
}
